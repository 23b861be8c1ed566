import { type Address, isAddressEqual, zeroAddress } from "viem";
import type { World } from "./World.ts";

/** What a recording calls an operator: `operator0`; null for nobody. A stranger keeps its address. */
export function operatorLabel({ setup }: World, operator: Address): string | null {
  if (isAddressEqual(operator, zeroAddress)) return null;
  const index = setup.operators.findIndex((one) => isAddressEqual(one, operator));
  return index === -1 ? operator : `operator${index}`;
}

/** The place of one of our strategies; -1 for a stranger. */
export function strategyIndex({ strategies }: World, strategy: Address): number {
  return strategies.findIndex(({ address }) => isAddressEqual(address, strategy));
}
