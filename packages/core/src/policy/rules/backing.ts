import { rateSeries } from "../../history/seriesOf.ts";
import type { Sample } from "../../history/types.ts";
import { highest, windowSamples } from "../../history/windowSamples.ts";
import { rateOf } from "../../portfolio/rateOf.ts";
import type { AssetId, Wad } from "../../units/brands.ts";
import { BPS_ONE } from "../../units/share.ts";
import { guardOf } from "../guardDefaults.ts";
import type { RuleContext } from "../rule.ts";

/**
 * A rate may lie this much lower without a loss, in wei for 1e18 units. Rates are floors, and an account or strategy that holds stETH loses up to 2 wei
 * with each transfer, because stETH moves whole shares (Lido, docs/guides/lido-tokens-integration-guide.md). A loss so small is 2 ETH in 1e18.
 */
const RATE_ROUNDING = 2n;

/** What the protocol itself says of the worth behind a unit. */
export type Backing =
  | {
      readonly kind: "intact" | "fallen";
      readonly rate: Wad;
      readonly highest: Sample;
      readonly series: string;
    }
  | { readonly kind: "rate-unknown" | "history-unknown" };

/** The asset whose rate shows gains and losses: the asset itself, or the one that a rebasing token grows with. */
export function yardstick({ snapshot }: Pick<RuleContext, "snapshot">, asset: AssetId): AssetId {
  return snapshot.rates.find((each) => each.asset === asset)?.growsWith ?? asset;
}

/** Whether a rate is below the highest one of the guards' window by more than the policy's threshold and what rounding explains. */
export function backingOf(context: RuleContext, asset: AssetId): Backing {
  const measured = yardstick(context, asset);
  const rate = rateOf(context.snapshot, measured);
  if (rate === null) return { kind: "rate-unknown" };
  const series = rateSeries(measured);
  const top = highest(windowSamples(context, series));
  if (top === undefined) return { kind: "history-unknown" };
  const { threshold } = guardOf(context.policy, "backingLoss");
  const isFallen = (top.value - rate - RATE_ROUNDING) * BPS_ONE > threshold * top.value;
  return { kind: isFallen ? "fallen" : "intact", rate, highest: top, series };
}
