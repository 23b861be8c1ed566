import type { Address, Hex } from "@ballast/core";
import { hexToBigInt, isHex } from "viem";
import { type PinnedReader, pinnedTo } from "../chain/pinnedReader.ts";
import type { RpcReply } from "../chain/rpc.ts";
import type { Answer } from "../chain/viewQuestion.ts";

/** A contract by its name in the deployment file. */
export type NamedContract = { readonly name: string; readonly address: Address };

/** What stands in a contract's proxy slots: an address as a number, 0 for an empty slot, which is no proxy of this kind. */
export type ProxyReading = NamedContract & {
  readonly implementation: Answer<bigint>;
  readonly admin: Answer<bigint>;
};

/** EIP-1967: keccak256("eip1967.proxy.implementation") − 1 and keccak256("eip1967.proxy.admin") − 1. */
const SLOTS = {
  implementation: "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc",
  admin: "0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103",
} as const satisfies Record<string, Hex>;

const HIGHEST_ADDRESS = 2n ** 160n - 1n;

function addressIn(reply: RpcReply | undefined, subject: string): Answer<bigint> {
  const fail = (code: "rpc" | "short-data" | "unexpected", detail: string): Answer<bigint> => ({
    ok: false,
    missing: { subject, code, retry: code === "rpc", detail },
    reverted: null,
  });
  if (reply === undefined) return fail("rpc", "no reply to this call");
  if (!reply.ok) {
    const { retry, message } = reply.fault;
    return { ok: false, missing: { subject, code: "rpc", retry, detail: message }, reverted: null };
  }
  const { result } = reply;
  if (!isHex(result) || result.length !== 66)
    return fail("short-data", `storage is ${String(result)}, not 32 bytes`);
  const value = hexToBigInt(result);
  return value <= HIGHEST_ADDRESS ? { ok: true, value } : fail("unexpected", `the slot holds ${result}`);
}

/**
 * Implementation and administrator of proxies, by their EIP-1967 storage slots at the pinned block. Subjects of what is
 * missing are `figure:<venue>:implementation:<name>` and `figure:<venue>:admin:<name>`.
 */
export async function readProxies(
  reader: PinnedReader,
  { venue, contracts }: { readonly venue: string; readonly contracts: readonly NamedContract[] },
): Promise<readonly ProxyReading[]> {
  const at = pinnedTo(reader.block);
  const replies = await reader.ask(
    contracts.flatMap(({ address }) =>
      [SLOTS.implementation, SLOTS.admin].map((slot) => ({
        method: "eth_getStorageAt",
        params: [address, slot, at],
      })),
    ),
  );
  return contracts.map((contract, index) => ({
    ...contract,
    implementation: addressIn(replies[2 * index], `figure:${venue}:implementation:${contract.name}`),
    admin: addressIn(replies[2 * index + 1], `figure:${venue}:admin:${contract.name}`),
  }));
}
