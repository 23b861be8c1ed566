import type { Address } from "viem";
import { ABI } from "./ledgerAbi.ts";
import type { LedgerChain } from "./openLedgerChain.ts";
import { OPERATOR_SET } from "./operatorSet.ts";
import { PLACES } from "./places.ts";

/** What is left of an operator in the strategy, and how much of it the set may slash. */
export async function magnitudeOf({ client }: LedgerChain, operator: Address) {
  const at = { address: PLACES.allocation, abi: ABI } as const;
  const max = await client.readContract({
    ...at,
    functionName: "getMaxMagnitude",
    args: [operator, PLACES.strategy],
  });
  const allocation = await client.readContract({
    ...at,
    functionName: "getAllocation",
    args: [operator, OPERATOR_SET, PLACES.strategy],
  });
  return { max, allocated: allocation.currentMagnitude };
}
