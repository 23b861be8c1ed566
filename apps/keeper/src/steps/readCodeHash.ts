import { type ChainSource, pinnedTo } from "@ballast/adapters";
import { type Address, type BlockRef, type Hash32, hex, keccak } from "@ballast/core";

/** keccak256 of a contract's code at the block; null when the source does not say. Never taken for a match. */
export async function readCodeHash(
  source: ChainSource,
  { address, block }: { readonly address: Address; readonly block: BlockRef },
): Promise<Hash32 | null> {
  const [reply] = await source.request([{ method: "eth_getCode", params: [address, pinnedTo(block)] }]);
  if (!reply?.ok || typeof reply.result !== "string" || reply.result === "0x") return null;
  const digits = hex(reply.result).slice(2);
  return keccak(Uint8Array.from(digits.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));
}
