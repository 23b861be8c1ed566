import { inputForOutputUp } from "../../curve/inputForOutputUp.ts";
import { outputAtDown } from "../../curve/outputAtDown.ts";
import { YEAR } from "../../history/year.ts";
import type { RouteCurve } from "../../snapshot/types.ts";
import type { Bps, RawAmount, Seconds } from "../../units/brands.ts";
import { mulDivDown, mulDivUp } from "../../units/mulDiv.ts";
import { max, min } from "../../units/order.ts";
import { rawAmount } from "../../units/quantities.ts";
import { BPS_ONE } from "../../units/share.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import { EXECUTION_TOLERANCE } from "../minimumOutput.ts";
import type { Line } from "../planningFacts.ts";
import type { Room } from "./rooms.ts";
import { purchaseBound, saleBound } from "./tradeBounds.ts";

/** Money up to `upTo` (from the chain's start) at one price per unit. */
export type Segment = { readonly upTo: bigint; readonly price: bigint };

/**
 * One position's side of the market between positions, in units of the settlement asset. For a supply, what its sale guarantees, at rising
 * prices: what a unit gives up over the horizon, in Wad of base units. For a demand, what it spends, at falling prices: what a unit becomes over the horizon.
 */
export type Chain = {
  readonly line: Line;
  readonly segments: readonly Segment[];
  /** Most that may pass, and what sets it. */
  readonly bound: bigint;
  readonly boundBy: string;
};

/** How money is judged: over the time in which a marginal unit must have paid its own cost, and within the ceiling of a swap. */
export type Worth = { readonly horizon: Seconds; readonly slippage: Bps };

/** One plus the yield over the horizon, in Wad. */
function growthDown(line: Line, horizon: Seconds): bigint {
  return WAD_ONE + mulDivDown(line.yield ?? 0n, { times: horizon, over: YEAR });
}

function growthUp(line: Line, horizon: Seconds): bigint {
  return WAD_ONE + mulDivUp(line.yield ?? 0n, { times: horizon, over: YEAR });
}

/** What the sale of an amount guarantees: its quote less the execution tolerance, rounded down. */
export function guaranteedDown(curve: RouteCurve, amountIn: RawAmount): bigint {
  const times = BPS_ONE - EXECUTION_TOLERANCE;
  return mulDivDown(outputAtDown(curve, amountIn) ?? 0n, { times, over: BPS_ONE });
}

/** Smallest amount whose sale guarantees so much, at most `most`. */
export function saleFor(
  curve: RouteCurve,
  { money, most }: { readonly money: bigint; readonly most: RawAmount },
): RawAmount {
  const quoted = mulDivUp(money, { times: BPS_ONE, over: BPS_ONE - EXECUTION_TOLERANCE });
  return min(inputForOutputUp(curve, rawAmount(quoted)) ?? most, most);
}

/**
 * What a position can sell: no more than it holds, than `room` lets it shrink, or than the market takes within the ceiling. The price of a
 * guaranteed unit is what is given up for it less what the unguaranteed rest of its quote is expected to leave idle.
 */
export function supplyChain(
  line: Line,
  { horizon, slippage, room }: Worth & { readonly room: Room | null },
): Chain {
  const curve = line.exit;
  if (curve === null) return { line, segments: [], bound: 0n, boundBy: "no-route" };
  const most = saleBound(line, { curve, slippage, room });
  const growth = growthUp(line, horizon);
  const unit = mulDivUp(line.rate, { times: growth, over: WAD_ONE });
  const rest = mulDivDown(WAD_ONE, { times: EXECUTION_TOLERANCE, over: BPS_ONE });
  let from = { amountIn: 0n, amountOut: 0n };
  const segments: Segment[] = [];
  for (const point of curve.points) {
    const [run, rise] = [point.amountIn - from.amountIn, point.amountOut - from.amountOut];
    if (rise <= 0n) break;
    // A market above the rate is free, not a gain: figures count it so, and so does the price.
    const perQuoted = max(mulDivUp(unit, { times: run, over: rise }), growth) - rest;
    const price = mulDivUp(perQuoted, { times: BPS_ONE, over: BPS_ONE - EXECUTION_TOLERANCE });
    segments.push({ upTo: guaranteedDown(curve, point.amountIn), price });
    from = point;
  }
  return { line, segments, bound: guaranteedDown(curve, most.amount), boundBy: most.by };
}

/** What a position can buy: no more than `room` lets it grow, or than the market sells within the ceiling. */
export function demandChain(line: Line, { horizon, slippage, room }: Worth & { readonly room: Room }): Chain {
  const curve = line.enter;
  if (curve === null) return { line, segments: [], bound: 0n, boundBy: "no-route" };
  const most = purchaseBound(line, { curve, slippage, room });
  const growth = growthDown(line, horizon);
  const unit = mulDivDown(line.rate, { times: growth, over: WAD_ONE });
  let from = { amountIn: 0n, amountOut: 0n };
  const segments: Segment[] = [];
  for (const point of curve.points) {
    const [run, rise] = [point.amountIn - from.amountIn, point.amountOut - from.amountOut];
    if (run > 0n)
      segments.push({ upTo: point.amountIn, price: mulDivDown(unit, { times: rise, over: run }) });
    from = point;
  }
  return { line, segments, bound: most.amount, boundBy: most.by };
}

/** Idle money trades with itself: one for one, at no price but the yield it does not have. */
export function idleChain(line: Line, room: Room): Chain {
  return { line, segments: [{ upTo: room.value, price: WAD_ONE }], bound: room.value, boundBy: room.by };
}
