import { GoldenUnreadable } from "../GoldenUnreadable.ts";
import { wholeNumber } from "./fields.ts";
import type { LidoFile } from "./lidoFile.ts";
import type { LidoStart } from "./lidoWorld.ts";
import { StepProblem } from "./StepProblem.ts";
import { startHoldings } from "./startHoldings.ts";
import { usualTotal } from "./usualTotal.ts";

const DUST = 1_000n;

/**
 * How the pool stood before the first step.
 * @throws GoldenUnreadable when neither a step nor a transfer says how the pool stood
 */
export function startOf(file: LidoFile): LidoStart {
  const [first = file.transfers[0]] = file.steps;
  if (first === undefined) throw unreadable("is missing: neither steps nor transfers");
  try {
    const pooled = first.action === "rebase" ? "before" : "totalPooledEther";
    const totalShares = wholeNumber(usualTotal(file), "totalShares");
    return {
      totalShares,
      totalPooledEther: startPooled(wholeNumber(first[pooled], pooled), totalShares),
      ...startHoldings(file, totalShares),
    };
  } catch (error) {
    if (error instanceof StepProblem) throw unreadable(`does not say how the pool stood: ${error.message}`);
    throw error;
  }
}

/** A new pool has a wei for each share. What is off that by dust is no other start but a wrong figure, and shall differ. */
function startPooled(told: bigint, totalShares: bigint): bigint {
  const off = told > totalShares ? told - totalShares : totalShares - told;
  return off < DUST ? totalShares : told;
}

const unreadable = (problem: string) =>
  new GoldenUnreadable({ protocol: "lido", place: "the first step", problem });
