import type { LiquidityRung, Policy } from "../policy.ts";
import { judgeValues } from "./judgeValues.ts";
import type { Verdict } from "./verdict.ts";

/** A changed field that depends on others, and both policies with all that holds in them. */
export type Dependent = {
  readonly before: Policy;
  readonly after: Policy;
  readonly old: unknown;
  readonly now: unknown;
  /** What names the list's item that it is in; null outside lists. */
  readonly item: string | null;
};

function byOrder(tightens: "down" | "up", { old, now }: Dependent): Verdict {
  return judgeValues(tightens, { old, now, options: [] });
}

function isIdle({ item }: Dependent): boolean {
  return item?.startsWith("idle:") === true;
}

/** Whether the ladder asks for at least that share within at most that time. */
function asksFor({ liquidity }: Policy, { share, within }: LiquidityRung): boolean {
  return liquidity.some((rung) => rung.share >= share && rung.within <= within);
}

function ladder({ before, after }: Dependent): Verdict {
  const keepsAll = before.liquidity.every((rung) => asksFor(after, rung));
  if (!keepsAll) return "looser";
  return after.liquidity.every((rung) => asksFor(before, rung)) ? "neutral" : "tighter";
}

/**
 * The comparisons of fields whose order depends on other fields, by path. Of idle money only the minimum tightens; of other positions only the
 * maximum, and not down to nothing: a position that nobody may enter is no longer asked for its market and its yield, so that what they held back is admitted. A
 * backing loss that is found earlier turns the market guard's exit into a freeze.
 */
export const DEPENDENT: ReadonlyMap<string, (change: Dependent) => Verdict> = new Map([
  ["universe[].min", (change: Dependent) => (isIdle(change) ? byOrder("up", change) : "looser")],
  [
    "universe[].max",
    (change: Dependent) => (isIdle(change) || change.now === 0n ? "looser" : byOrder("down", change)),
  ],
  [
    "guards.backingLoss.threshold",
    (change: Dependent) =>
      change.before.guards.marketDepeg.response === "exit" ? "looser" : byOrder("down", change),
  ],
  ["liquidity", ladder],
]);
