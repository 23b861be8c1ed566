import { outputAtDown } from "../curve/outputAtDown.ts";
import { EXECUTION_TOLERANCE } from "../plan/minimumOutput.ts";
import type { RouteCurve } from "../snapshot/types.ts";
import type { BaseUnits, RawAmount, Wad } from "../units/brands.ts";
import { mulDivDown } from "../units/mulDiv.ts";
import { min } from "../units/order.ts";
import { rawAmount } from "../units/quantities.ts";
import { BPS_ONE } from "../units/share.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import type { Piece } from "./trade.ts";

type Route = {
  readonly name: string;
  readonly curve: RouteCurve;
  /** Most that goes in. */
  readonly most: RawAmount;
  readonly rateIn: Wad;
  readonly rateOut: Wad;
  readonly total: BaseUnits;
  /** The position's part of the account's liquidity after so much went in; null where no ladder asks. */
  readonly liquidAfter: ((amountIn: RawAmount) => BaseUnits) | null;
};

/** Ends of the pieces: the quotes below the most, then the most itself. */
function endsOf({ curve, most }: Route): RawAmount[] {
  const inner = curve.points.map((point) => point.amountIn).filter((amountIn) => amountIn < most);
  return most === 0n ? [] : [...inner, most];
}

/**
 * A route as straight pieces up to the most that may go in. Prices only fall along a route; where a quote's own rounding makes a later piece better, it counts as
 * the one before, so that the pieces are taken in order and promise nothing that the route does not pay. Liquidity likewise.
 */
export function piecesOf(route: Route): Piece[] {
  const { name, curve, rateIn, rateOut, total, liquidAfter } = route;
  const pieces: Piece[] = [];
  let from = { amountIn: 0n, amountOut: 0n, liquid: liquidAfter?.(rawAmount(0n)) ?? 0n };
  for (const end of endsOf(route)) {
    const to = {
      amountIn: end,
      amountOut: outputAtDown(curve, end) ?? from.amountOut,
      liquid: liquidAfter?.(end) ?? 0n,
    };
    const before = pieces.at(-1);
    const value = (to.amountIn - from.amountIn) * rateIn;
    const slope = mulDivDown((to.amountOut - from.amountOut) * rateOut, { times: WAD_ONE, over: value });
    const quoted = min(slope, before?.quoted ?? slope);
    const liquid = mulDivDown(to.liquid - from.liquid, { times: WAD_ONE * WAD_ONE, over: value });
    pieces.push({
      column: `${name}_${pieces.length}`,
      width: mulDivDown(value, { times: 1n, over: total }),
      quoted,
      guaranteed: mulDivDown(quoted, { times: BPS_ONE - EXECUTION_TOLERANCE, over: BPS_ONE }),
      liquid: min(liquid, before?.liquid ?? liquid),
    });
    from = to;
  }
  return pieces;
}
