import type { RuleContext } from "../../policy/rule.ts";
import type { PositionId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import type { PlanningFacts } from "../planningFacts.ts";
import { justAbove } from "./innerLimits.ts";
import { type Market, sideOf } from "./market.ts";
import type { Flow } from "./match.ts";

type Job = { readonly context: RuleContext; readonly facts: PlanningFacts; readonly market: Market };

/** What is bought of one position: one swap of the batch. */
type Purchase = { readonly position: PositionId; readonly money: bigint };

function purchasesOf(flows: readonly Flow[], { facts }: Job): Purchase[] {
  const sums = new Map<PositionId, bigint>();
  for (const { to, money } of flows)
    if (to !== facts.idle.position) sums.set(to, (sums.get(to) ?? 0n) + money);
  return [...sums]
    .map(([position, money]) => ({ position, money }))
    .toSorted((a, b) => compareText(a.position, b.position));
}

/** Another purchase that has room for one that would be too small by itself; else idle money takes it. */
function roomier(
  purchases: readonly Purchase[],
  { small, job }: { readonly small: Purchase; readonly job: Job },
): PositionId {
  const fits = ({ position, money }: Purchase) => {
    const bound = sideOf(job.market.demands, position)?.chain.bound ?? 0n;
    return position !== small.position && money + small.money <= bound;
  };
  const [largest] = purchases.filter(fits).toSorted((a, b) => (a.money > b.money ? -1 : 1));
  return largest?.position ?? job.facts.idle.position;
}

/** Money that a limit forces out still goes where a purchase would be below the minimum trade: to the largest other purchase with room, else it stays idle. */
export function prune(flows: readonly Flow[], job: Job): Flow[] {
  const least = justAbove(job.context.policy.pace.minimumTrade);
  let kept = [...flows];
  for (;;) {
    const purchases = purchasesOf(kept, job);
    const [small] = purchases
      .filter(({ money }) => money < least)
      .toSorted((a, b) => (a.money < b.money ? -1 : 1));
    if (small === undefined) return kept;
    const to = roomier(purchases, { small, job });
    kept = kept.flatMap((flow) => {
      if (flow.to !== small.position) return [flow];
      return flow.from === to ? [] : [{ ...flow, to }];
    });
  }
}
