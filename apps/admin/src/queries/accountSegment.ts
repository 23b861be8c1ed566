import { type Address, address } from "@ballast/core";

export type AccountKey = { readonly chainId: bigint; readonly address: Address };

/** An account as a part of a path: `31337-0x…`. */
export function accountSegment({ chainId, address }: AccountKey): string {
  return `${chainId}-${address}`;
}

/** The account that a part of a path names, or null when it names none. */
export function parseAccountSegment(segment: string): AccountKey | null {
  const match = /^([1-9][0-9]{0,17})-(0x[0-9a-f]{40})$/.exec(segment);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { chainId: BigInt(match[1]), address: address(match[2]) };
}
