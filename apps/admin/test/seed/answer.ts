import {
  type AllocationAnswer,
  allocateRepairs,
  type Finding,
  type RuleContext,
  valueDown,
} from "@ballast/core";
import { ETHER, words } from "./cast.ts";

/** What the seed moves when weETH yields far more, in wstETH's worth; the idle money stays. */
const SHIFT = 20n * ETHER;

/** Bought for what the sale guarantees: a little less than what is sold, so that no cost of either pool is missing. */
const BOUGHT = (SHIFT * 995n) / 1_000n;

/**
 * The optimiser's answer as the seed has it, since its solver is the keeper's: repairs of what is broken, or a move to weETH that is known to be worth it. It is
 * a recorded input like any other, and every rule judges the plan that it leads to.
 */
export function answerOf(
  context: RuleContext,
  { findings, isShifted }: { readonly findings: readonly Finding[]; readonly isShifted: boolean },
): AllocationAnswer {
  const repairs = allocateRepairs(context, findings);
  if (!isShifted) return repairs;
  const changes = new Map([
    ["lido:wstETH", -SHIFT],
    ["etherfi:weETH", BOUGHT],
  ]);
  const targets = repairs.targets.map(({ position, value }) => {
    const change = changes.get(position);
    if (change === undefined) return { position, value, limitedBy: "unmoved" };
    return {
      position,
      value: valueDown(words.rawAmount(value + change), words.wad(ETHER)),
      limitedBy: "gain",
    };
  });
  return { ...repairs, allocator: "milp/1", outcome: "targets", targets };
}
