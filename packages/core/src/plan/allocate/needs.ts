import type { RuleContext } from "../../policy/rule.ts";
import { liquidWithin } from "../../portfolio/liquidWithin.ts";
import { portfolioOf, venueValue, waitingValue } from "../../portfolio/portfolio.ts";
import type { BaseUnits, PositionId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { max, min, subtractToZero, sumValues } from "../../units/order.ts";
import { baseUnits } from "../../units/quantities.ts";
import { isAboveShare, isBelowShare, portionDown, portionUp } from "../../units/share.ts";
import type { Line, PlanningFacts } from "../planningFacts.ts";
import { innerCap, innerMax, innerMin, innerRung, justAbove } from "./innerLimits.ts";
import { liquidNow } from "./liquidity.ts";

/** Value that a limit forces out of a position or into it, and which limit. */
export type Need = { readonly value: BaseUnits; readonly by: string };
export type Needs = {
  readonly sell: ReadonlyMap<PositionId, Need>;
  readonly buy: ReadonlyMap<PositionId, Need>;
};

type Job = { readonly context: RuleContext; readonly facts: PlanningFacts };

const ZERO = baseUnits(0n);

function sellForBands({ facts: { total, idle, lines } }: Job): Map<PositionId, Need> {
  const needs = new Map<PositionId, Need>();
  for (const { position, value, band } of [idle, ...lines]) {
    if (band === null || !isAboveShare(value, { max: band.max, of: total })) continue;
    needs.set(position, { value: subtractToZero(value, portionDown(total, innerMax(band))), by: "band" });
  }
  return needs;
}

/** What a market takes gives before what none does, then the venue's position that yields least; a tie goes by name. */
function byYield(a: Line, b: Line): number {
  if ((a.exit === null) !== (b.exit === null)) return a.exit === null ? 1 : -1;
  const [yieldA, yieldB] = [a.yield ?? 0n, b.yield ?? 0n];
  if (yieldA === yieldB) return compareText(a.position, b.position);
  return yieldA < yieldB ? -1 : 1;
}

/** Adds to the needs of a venue's positions what its cap still asks for, beyond what waits in its queues and so is leaving. */
function addCaps({ context, facts: { total, lines } }: Job, sell: Map<PositionId, Need>): void {
  const portfolio = portfolioOf(context);
  for (const cap of context.policy.caps.protocols.toSorted((a, b) => compareText(a.venue, b.venue))) {
    const inside = lines.filter((line) => line.venue === cap.venue).toSorted(byYield);
    const value = venueValue(portfolio, cap.venue);
    if (!isAboveShare(value, { max: cap.max, of: total })) continue;
    let excess = subtractToZero<BaseUnits>(value, portionDown(total, innerCap(cap.max)));
    excess = subtractToZero(excess, waitingValue(portfolio, cap.venue));
    excess = subtractToZero(excess, sumValues(inside.map((line) => sell.get(line.position)?.value ?? ZERO)));
    for (const line of inside) {
      const already = sell.get(line.position)?.value ?? ZERO;
      const more = min(excess, subtractToZero(line.value, already));
      if (more === 0n) continue;
      sell.set(line.position, { value: sumValues([already, more]), by: "protocol-cap" });
      excess = subtractToZero(excess, more);
    }
  }
}

function buyForBands({ facts: { total, idle, lines } }: Job): Map<PositionId, Need> {
  const needs = new Map<PositionId, Need>();
  for (const { position, value, band } of [idle, ...lines]) {
    if (band === null || !isBelowShare(value, { min: band.min, of: total })) continue;
    needs.set(position, { value: subtractToZero(portionUp(total, innerMin(band)), value), by: "band" });
  }
  return needs;
}

/** Idle money that is lacking for the ladder. */
function addLadder({ context, facts }: Job, buy: Map<PositionId, Need>): void {
  const now = liquidNow(context, facts);
  const { position } = facts.idle;
  for (const { share, within } of context.policy.liquidity) {
    const liquid = sumValues([now, liquidWithin(context, within).protocol]);
    if (!isBelowShare(liquid, { min: share, of: facts.total })) continue;
    const lacking = subtractToZero<BaseUnits>(portionUp(facts.total, innerRung(share)), liquid);
    const known = buy.get(position);
    if (known === undefined || known.value < lacking) buy.set(position, { value: lacking, by: "liquidity" });
  }
}

/** A repair smaller than the minimum trade would not be made: it is made that large. */
function padded(needs: Map<PositionId, Need>, { context }: Job): Map<PositionId, Need> {
  const least = justAbove(context.policy.pace.minimumTrade);
  return new Map(
    [...needs].map(([position, need]) => [position, { ...need, value: max(need.value, least) }]),
  );
}

/** What the limits force, before anything is done for yield: to the nearest point inside each broken limit, less the hysteresis. */
export function needsOf(job: Job): Needs {
  const sell = sellForBands(job);
  addCaps(job, sell);
  const buy = buyForBands(job);
  addLadder(job, buy);
  return { sell: padded(sell, job), buy: padded(buy, job) };
}
