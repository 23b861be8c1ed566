import { inputForOutputUp } from "../../curve/inputForOutputUp.ts";
import { largestInputWithin } from "../../curve/largestInputWithin.ts";
import type { RouteCurve } from "../../snapshot/types.ts";
import type { Bps, RawAmount } from "../../units/brands.ts";
import { rawAmount } from "../../units/quantities.ts";
import { amountForValueDown } from "../../units/value.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { Line } from "../planningFacts.ts";
import { sizingCeiling } from "../sizingCeiling.ts";
import { justBelow } from "./innerLimits.ts";
import type { Room } from "./rooms.ts";

/** The most that one trade may take in, and which limit says so. */
export type TradeBound = { readonly amount: RawAmount; readonly by: string };

/** The first wins a tie. */
function tightest(limits: readonly { readonly value: bigint; readonly by: string }[]): TradeBound {
  const { value, by } = limits.reduce((least, each) => (each.value < least.value ? each : least));
  return { amount: rawAmount(value), by };
}

type Market = { readonly curve: RouteCurve; readonly slippage: Bps };

/** Most of a position's own asset that may be sold: no more than it holds, than `room` lets it shrink, or than the market takes within what a size may use of the ceiling. */
export function saleBound(
  line: Line,
  { curve, slippage, room }: Market & { readonly room: Room | null },
): TradeBound {
  const taken = largestInputWithin({
    curve,
    rateIn: line.rate,
    rateOut: WAD_ONE,
    maxCost: sizingCeiling(slippage),
  });
  return tightest([
    { value: line.amount, by: "holding" },
    ...(room === null ? [] : [{ value: amountForValueDown(room.value, line.rate), by: room.by }]),
    { value: justBelow(taken), by: "slippage" },
  ]);
}

/** Most of the settlement asset that may be spent on a position: no more than `room` lets it grow, or than the market sells within what a size may use of the ceiling. */
export function purchaseBound(
  line: Line,
  { curve, slippage, room }: Market & { readonly room: Room },
): TradeBound {
  const last = curve.points.at(-1)?.amountIn ?? 0n;
  const sold = largestInputWithin({
    curve,
    rateIn: WAD_ONE,
    rateOut: line.rate,
    maxCost: sizingCeiling(slippage),
  });
  return tightest([
    { value: inputForOutputUp(curve, amountForValueDown(room.value, line.rate)) ?? last, by: room.by },
    { value: justBelow(sold), by: "slippage" },
  ]);
}
