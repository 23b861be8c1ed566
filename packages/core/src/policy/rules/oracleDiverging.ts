import type { Source } from "../../chain/types.ts";
import { salePrice } from "../../curve/salePrice.ts";
import { rateOf } from "../../portfolio/rateOf.ts";
import type { FeedReading, RouteCurve } from "../../snapshot/types.ts";
import type { AssetId, BaseUnits, PositionId, Wad } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { mulDivDown, mulDivUp } from "../../units/mulDiv.ts";
import { max, min, subtractToZero } from "../../units/order.ts";
import { ratioBps } from "../../units/quantities.ts";
import { BPS_ONE } from "../../units/share.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { Finding } from "../finding.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerSights, freezing, type Sight } from "./answer.ts";
import { yardstick } from "./backing.ts";
import { watchedPositions } from "./concerned.ts";

const ID = "oracle-diverging";
const POLICY: Source = { kind: "policy", path: "guards.oracleDiverging" };

/** A feed that prices an asset in the base asset, and the positions in that asset. */
type Priced = {
  readonly feed: string;
  readonly asset: AssetId;
  readonly rate: Wad;
  readonly positions: readonly PositionId[];
};

/** Feeds of the policy that are named `<asset>/<base asset>` after an asset whose rate is known. Others price nothing that is counted here. */
function pricedFeeds(context: RuleContext): Priced[] {
  const { snapshot, policy } = context;
  return [...new Set(policy.guards.staleOracle.feeds)].sort(compareText).flatMap((feed): Priced[] => {
    const [asset, base, ...more] = feed.split("/") as AssetId[];
    if (asset === undefined || base !== snapshot.baseAsset || more.length > 0) return [];
    const rate = rateOf(snapshot, asset);
    if (rate === null) return [];
    const positions = watchedPositions(context).filter((held) => held.asset === asset);
    return [{ feed, asset, rate, positions: positions.map((held) => held.position) }];
  });
}

/** How far the feed lies outside of what rate and market span, both in one scale. */
function distance(
  { value, decimals }: FeedReading,
  { rate, market }: { rate: bigint; market: bigint },
): { readonly off: bigint; readonly from: bigint } {
  const scale = 10n ** decimals;
  const [low, high] = [min(rate, market) * scale, max(rate, market) * scale];
  const told = value * WAD_ONE;
  return told < low
    ? { off: low - told, from: low }
    : { off: subtractToZero<bigint>(told, high), from: high };
}

type Market = { readonly price: bigint; readonly curve: RouteCurve };

/** What a sale gets: of the asset itself, or of the one that it grows with, which is it in another form. */
function marketOf(
  context: RuleContext,
  { asset, rate, size }: { asset: AssetId; rate: Wad; size: BaseUnits },
): Market | null {
  const own = salePrice(context.snapshot, { asset, size });
  if (own !== null) return own;
  const wrapped = salePrice(context.snapshot, { asset: yardstick(context, asset), size });
  if (wrapped === null) return null;
  return { price: mulDivDown(wrapped.price, { times: rate, over: wrapped.rate }), curve: wrapped.curve };
}

function judge(context: RuleContext, { priced, reading }: { priced: Priced; reading: FeedReading }): Sight {
  const { feed, asset, rate, positions } = priced;
  const { threshold } = guardOf(context.policy, "oracleDiverging");
  const { size } = context.policy.guards.marketDepeg;
  const sale = marketOf(context, { asset, rate, size });
  const { off, from } = distance(reading, { rate, market: sale?.price ?? rate });
  const isFar = off * BPS_ONE > threshold * from;
  const share = off === 0n ? 0n : mulDivUp(off, { times: BPS_ONE, over: from });
  const rateSource = context.snapshot.rates.find((each) => each.asset === asset)?.source;
  const finding = {
    code: isFar ? "oracle-diverges" : "oracle-agrees",
    subject: { kind: "feed", id: feed },
    measured: { unit: "bps", value: ratioBps(share) },
    limit: { unit: "bps", value: threshold },
    evidence: [
      reading.source,
      ...(rateSource === undefined ? [] : [rateSource]),
      ...(sale === null ? [] : [sale.curve.source]),
      POLICY,
    ],
  } as const;
  return { level: isFar ? "tripped" : "ok", positions, finding };
}

function unknown({ feed, positions }: Priced): Finding {
  return {
    rule: ID,
    code: "feed-unknown",
    subject: { kind: "feed", id: feed },
    level: "unknown",
    measured: null,
    limit: null,
    evidence: [POLICY],
    effect: freezing(positions),
  };
}

/**
 * A price feed says something else than the accounting rate and the market, by more than the threshold of the nearer one; between the two it is right about one of them. Guards against a feed
 * that was fed wrongly (2025-11, wrsETH: 1.7 million instead of 1.06), which lenders and other venues act on before anybody looks. Judged are the feeds that the policy names for freshness and that price an
 * asset in the base asset. A pool that was not quoted leaves the rate alone to compare with. How late a feed is is another rule's matter. Compared exactly; shown rounded up. A feed without a
 * usable answer is unknown and freezes entries.
 */
export const oracleDiverging: Rule = {
  id: ID,
  codes: ["oracle-agrees", "oracle-diverges", "exit-asked", "feed-unknown"],
  evaluate: (context) => {
    const { response } = guardOf(context.policy, "oracleDiverging");
    const read = pricedFeeds(context).map((priced) => ({
      priced,
      reading: context.snapshot.feeds.find(({ feed, value }) => feed === priced.feed && value > 0n),
    }));
    const sights = read.flatMap(({ priced, reading }) =>
      reading === undefined ? [] : [judge(context, { priced, reading })],
    );
    const unread = read.filter(({ reading }) => reading === undefined).map(({ priced }) => unknown(priced));
    return [...unread, ...answerSights(context, { rule: ID, response, sights })];
  },
};
