import type { Address } from "@ballast/core";
import type { OperatorSet } from "./operatorSet.ts";

/** What an operator gave one operator set of one strategy. */
export type Allocation = {
  readonly set: OperatorSet;
  /** A Wad of the operator's whole magnitude. A deallocation under way still counts in it until `effectBlock`. */
  readonly currentMagnitude: bigint;
  readonly pendingDiff: bigint;
  readonly effectBlock: bigint;
};

type AbiSet = { readonly avs: Address; readonly id: number };
type AbiAllocation = {
  readonly currentMagnitude: bigint;
  readonly pendingDiff: bigint;
  readonly effectBlock: number;
};

/** The two columns of `getStrategyAllocations` as one list. */
export const allocationsOf = ([sets, allocations]: readonly [
  readonly AbiSet[],
  readonly AbiAllocation[],
]): readonly Allocation[] =>
  sets.flatMap(({ avs, id }, index) => {
    const found = allocations[index];
    if (found === undefined) return [];
    const { currentMagnitude, pendingDiff, effectBlock } = found;
    return [
      { set: { avs, id: BigInt(id) }, currentMagnitude, pendingDiff, effectBlock: BigInt(effectBlock) },
    ];
  });
