import type { Source } from "../../chain/types.ts";
import { salePrice } from "../../curve/salePrice.ts";
import { samplesBefore } from "../../history/samplesBefore.ts";
import { feedSeries, marketSeries, rateSeries, seriesOf } from "../../history/seriesOf.ts";
import type { Sample } from "../../history/types.ts";
import { rateOf } from "../../portfolio/rateOf.ts";
import type { FeedReading, RouteCurve } from "../../snapshot/types.ts";
import type { AssetId, Bps, PositionId, Wad } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { mulDivDown, mulDivUp } from "../../units/mulDiv.ts";
import { max, min, subtractToZero } from "../../units/order.ts";
import { ratioBps } from "../../units/quantities.ts";
import { BPS_ONE } from "../../units/share.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { Finding } from "../finding.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerSights, type Sight } from "./answer.ts";
import { yardstick } from "./backing.ts";
import { watchedPositions } from "./concerned.ts";
import { unseen } from "./unseen.ts";

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

/** What a feed told, with its own decimals, beside rate and market. */
type Prices = { readonly told: bigint; readonly rate: bigint; readonly market: bigint };

/** How far the feed lies outside of what rate and market span, both in one scale. */
function distance(
  { told, rate, market }: Prices,
  decimals: bigint,
): { readonly off: bigint; readonly from: bigint } {
  const scale = 10n ** decimals;
  const [low, high] = [min(rate, market) * scale, max(rate, market) * scale];
  const value = told * WAD_ONE;
  return value < low
    ? { off: low - value, from: low }
    : { off: subtractToZero<bigint>(value, high), from: high };
}

type Limits = { readonly decimals: bigint; readonly threshold: Bps };

function isFar(prices: Prices, { decimals, threshold }: Limits): boolean {
  const { off, from } = distance(prices, decimals);
  return off * BPS_ONE > threshold * from;
}

type Market = { readonly price: bigint; readonly curve: RouteCurve };

/** What a sale gets: of the asset itself, or of the one that it grows with, which is it in another form. */
function marketOf(context: RuleContext, { asset, rate }: Priced): Market | null {
  const { size } = context.policy.guards.marketDepeg;
  const own = salePrice(context.snapshot, { asset, size });
  if (own !== null) return own;
  const wrapped = salePrice(context.snapshot, { asset: yardstick(context, asset), size });
  if (wrapped === null) return null;
  return { price: mulDivDown(wrapped.price, { times: rate, over: wrapped.rate }), curve: wrapped.curve };
}

/** What rate and market were when the feed told a sample; null where the rate of then is not stored. */
function pricesAt(
  context: RuleContext,
  { asset, sample }: { asset: AssetId; sample: Sample },
): Prices | null {
  const { history } = context;
  const at = (series: string) =>
    seriesOf(history, series).findLast((each) => each.block <= sample.block)?.value;
  const base = yardstick(context, asset);
  const [rate, own] = [at(rateSeries(asset)), at(marketSeries(asset))];
  if (rate === undefined) return null;
  const [wrapped, wrappedRate] = [at(marketSeries(base)), at(rateSeries(base))];
  const isOther = wrapped !== undefined && wrappedRate !== undefined && wrappedRate > 0n;
  const market = own ?? (isOther ? mulDivDown(wrapped, { times: rate, over: wrappedRate }) : rate);
  return { told: sample.value, rate, market };
}

/** How many samples in a row, this block's included, were beyond the threshold, each against rate and market of its own time. */
function samplesBeyond(
  context: RuleContext,
  { priced, limits, samples }: { priced: Priced; limits: Limits; samples: bigint },
): bigint {
  const { snapshot, history } = context;
  const told = samplesBefore(history, { id: feedSeries(priced.feed), block: snapshot.block.number });
  let count = 1n;
  for (const sample of told.toReversed()) {
    const prices = pricesAt(context, { asset: priced.asset, sample });
    if (count >= samples || prices === null || !isFar(prices, limits)) break;
    count += 1n;
  }
  return count;
}

/** Once beyond is no divergence yet: a feed follows its market some blocks behind. */
function verdict(
  isBeyond: boolean,
  isLasting: () => boolean,
): Pick<Sight, "level"> & { readonly code: string } {
  if (!isBeyond) return { code: "oracle-agrees", level: "ok" };
  return isLasting()
    ? { code: "oracle-diverges", level: "tripped" }
    : { code: "oracle-off-once", level: "notice" };
}

function judge(context: RuleContext, { priced, reading }: { priced: Priced; reading: FeedReading }): Sight {
  const { feed, asset, rate, positions } = priced;
  const { threshold, samples } = guardOf(context.policy, "oracleDiverging");
  const limits = { decimals: reading.decimals, threshold };
  const sale = marketOf(context, priced);
  const prices = { told: reading.value, rate, market: sale?.price ?? rate };
  const { off, from } = distance(prices, reading.decimals);
  const isLasting = () => samplesBeyond(context, { priced, limits, samples }) >= samples;
  const { level, code } = verdict(isFar(prices, limits), isLasting);
  const share = off === 0n ? 0n : mulDivUp(off, { times: BPS_ONE, over: from });
  const rateSource = context.snapshot.rates.find((each) => each.asset === asset)?.source;
  const finding = {
    code,
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
  return { level, positions, finding };
}

function unknown({ feed, positions }: Priced): Finding {
  const subject = { kind: "feed", id: feed } as const;
  return unseen({ rule: ID, code: "feed-unknown", subject, evidence: [POLICY], positions });
}

/**
 * A price feed says something else than the accounting rate and the market, by more than the threshold of the nearer one and for some samples in a row; between the two it is right about one of them. Guards against a feed
 * that was fed wrongly (2025-11, wrsETH: 1.7 million instead of 1.06), which lenders and other venues act on before anybody looks. Judged are the feeds that the policy names for freshness and that price an
 * asset in the base asset. A pool that was not quoted leaves the rate alone to compare with. How late a feed is is another rule's matter. Compared exactly; shown rounded up. A feed without a
 * usable answer is unknown and freezes entries.
 */
export const oracleDiverging: Rule = {
  id: ID,
  codes: ["oracle-agrees", "oracle-off-once", "oracle-diverges", "exit-asked", "feed-unknown"],
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
