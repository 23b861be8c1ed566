import { type Address, address } from "@ballast/core";
import { numberToHex, parseAbi } from "viem";
import { askView } from "../chain/askView.ts";
import type { PinnedReader } from "../chain/pinnedReader.ts";
import { type Answer, viewQuestion } from "../chain/viewQuestion.ts";
import type { ProxyReading } from "./readProxies.ts";

/** Who owns the administrator of a proxy: an address as a number, 0 where the administrator names no owner. */
export type AdminOwner = { readonly name: string; readonly admin: Address; readonly owner: Answer<bigint> };

/** OpenZeppelin Contracts 4, proxy/transparent/ProxyAdmin.sol and access/Ownable.sol. */
const OWNED = parseAbi(["function owner() view returns (address)"]);

/** An account without code, or a contract without the function, has nobody behind it that could be read. */
function ownerOrNone(answer: Answer<Address>): Answer<bigint> {
  if (answer.ok) return { ok: true, value: BigInt(answer.value) };
  const isNone = answer.missing.code === "empty" || answer.reverted === "0x";
  return isNone ? { ok: true, value: 0n } : answer;
}

async function ownerOf(
  reader: PinnedReader,
  { name, venue, admin }: Record<"name" | "venue", string> & { admin: Address },
) {
  const subject = `figure:${venue}:owner:${name}.admin`;
  const question = viewQuestion({ abi: OWNED, to: admin, functionName: "owner", args: [], subject });
  return { name, admin, owner: ownerOrNone(await askView(reader, question)) };
}

/**
 * Owner of each proxy's administrator, as far as the administrator was read and the slot is not empty: whoever owns a
 * ProxyAdmin can upgrade through it although neither slot changes.
 */
export function readAdminOwners(
  reader: PinnedReader,
  { venue, proxies }: { readonly venue: string; readonly proxies: readonly ProxyReading[] },
): Promise<readonly AdminOwner[]> {
  const owned = proxies.flatMap(({ name, admin }) =>
    admin.ok && admin.value > 0n
      ? [{ name, venue, admin: address(numberToHex(admin.value, { size: 20 })) }]
      : [],
  );
  return Promise.all(owned.map((one) => ownerOf(reader, one)));
}
