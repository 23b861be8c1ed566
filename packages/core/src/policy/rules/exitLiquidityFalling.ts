import type { Source } from "../../chain/types.ts";
import { exitDepth } from "../../curve/exitDepth.ts";
import { depthSeries } from "../../history/seriesOf.ts";
import { highest, sampleSource, windowSamples } from "../../history/windowSamples.ts";
import { isMarketAsset } from "../../portfolio/isMarketAsset.ts";
import type { Finding } from "../finding.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerSights, type Sight } from "./answer.ts";
import { fallFrom } from "./fallFrom.ts";
import { unseen } from "./unseen.ts";
import { type WatchedAsset, watchedAssets } from "./watchedAssets.ts";

const ID = "exit-liquidity-falling";
const POLICY: Source = { kind: "policy", path: "guards.exitLiquidityFalling" };

function unknown({ asset, positions }: WatchedAsset): Finding {
  const subject = { kind: "asset", id: asset } as const;
  return unseen({ rule: ID, code: "liquidity-unknown", subject, evidence: [POLICY], positions });
}

function judge(context: RuleContext, { asset, positions }: WatchedAsset): Sight | null {
  const depth = exitDepth(context.snapshot, {
    asset,
    maxCost: context.policy.costs.slippage,
    from: "market",
  });
  if (depth === null) return null;
  const { threshold } = guardOf(context.policy, "exitLiquidityFalling");
  const series = depthSeries(asset);
  const top = highest(windowSamples(context, series));
  const subject = { kind: "asset", id: asset } as const;
  const limit = { unit: "bps", value: threshold } as const;
  const own = depth.curve.source;
  if (top === undefined) {
    const finding = { code: "no-history-yet", subject, measured: null, limit, evidence: [own, POLICY] };
    return { level: "notice", positions, finding };
  }
  const { share, isBeyond } = fallFrom(top.value, { now: depth.value, threshold });
  const finding = {
    code: isBeyond ? "liquidity-fell" : "liquidity-steady",
    subject,
    measured: { unit: "bps", value: share },
    limit,
    evidence: [own, sampleSource(series, top), POLICY],
  } as const;
  return { level: isBeyond ? "tripped" : "ok", positions, finding };
}

/**
 * What the deepest pool takes of an asset within the slippage ceiling fell by more than the threshold from the most of the window. Guards against the door that closes while the price
 * still looks well, so depth counts from the market's own price and a discount is not its news: liquidity is taken out first, and the first larger sale shows it. Quotes that end early show less than there is, now and before. Compared exactly; shown rounded up. A keeper that
 * has just started has nothing to compare with: told, and nothing stops. What markets do not trade is passed over; a market that was not quoted is unknown and freezes entries.
 */
export const exitLiquidityFalling: Rule = {
  id: ID,
  codes: ["liquidity-steady", "liquidity-fell", "exit-asked", "no-history-yet", "liquidity-unknown"],
  evaluate: (context) => {
    const { response } = guardOf(context.policy, "exitLiquidityFalling");
    const seen = watchedAssets(context)
      .filter(({ asset }) => isMarketAsset(context.snapshot, asset))
      .map((watched) => ({ watched, sight: judge(context, watched) }));
    const sights = seen.flatMap(({ sight }) => (sight === null ? [] : [sight]));
    const unread = seen.filter(({ sight }) => sight === null).map(({ watched }) => unknown(watched));
    return [...unread, ...answerSights(context, { rule: ID, response, sights })];
  },
};
