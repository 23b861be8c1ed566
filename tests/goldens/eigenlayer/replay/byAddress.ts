import type { Address } from "viem";

/** Orders places in a list by the addresses there, ascending. */
export function byAddress(addresses: readonly Address[]): (one: number, other: number) => number {
  const value = (place: number) => BigInt(addresses[place] ?? "0x0");
  return (one, other) => (value(one) < value(other) ? -1 : 1);
}
