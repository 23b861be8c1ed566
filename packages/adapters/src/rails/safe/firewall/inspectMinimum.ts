import type { Action, AssetId, Bps, RateReading, Wad } from "@ballast/core";
import type { Violation } from "./violation.ts";

const ALL_BPS = 10_000n;

type Terms = { readonly rates: readonly RateReading[]; readonly slippage: Bps; readonly call: bigint };

/** The one usable accounting rate of the asset; two rates that differ are no rate. */
function onlyRate(rates: readonly RateReading[], asset: AssetId): Wad | null {
  const known = new Set(rates.filter((rate) => rate.asset === asset).map(({ rate }) => rate));
  const [rate] = known;
  return known.size === 1 && rate !== undefined && rate > 0n ? rate : null;
}

/**
 * Whether the action's minimum output is worth at least the spend at accounting rates less the slippage limit:
 * atLeast × rateOut × 10 000 ≥ spend × rateIn × (10 000 − slippage), without a division.
 */
export function inspectMinimum(action: Action, terms: Terms): readonly Violation[] {
  const { rates, slippage, call } = terms;
  const { spend, receive } = action;
  if (slippage < 0n || slippage > ALL_BPS) {
    return [
      { code: "limit", call, field: "slippage limit", expected: "0 to 10000 bps", actual: `${slippage} bps` },
    ];
  }
  const [rateIn, rateOut] = [onlyRate(rates, spend.asset), onlyRate(rates, receive.asset)];
  if (rateIn === null || rateOut === null) {
    const field = `accounting rate of ${rateIn === null ? spend.asset : receive.asset}`;
    return [{ code: "rate-missing", call, field, expected: "one rate above 0", actual: "none" }];
  }
  const worthOfMinimum = receive.atLeast * rateOut * ALL_BPS;
  const floor = spend.amount * rateIn * (ALL_BPS - slippage);
  if (worthOfMinimum >= floor) return [];
  const divisor = rateOut * ALL_BPS;
  const lowest = (floor + divisor - 1n) / divisor;
  const expected = `at least ${lowest}`;
  return [
    { code: "minimum-below-rate", call, field: "minimum output", expected, actual: String(receive.atLeast) },
  ];
}
