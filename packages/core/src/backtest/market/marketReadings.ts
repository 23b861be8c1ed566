import type { Source } from "../../chain/types.ts";
import type { Policy } from "../../policy/policy.ts";
import { isBaseLike, settlementAsset } from "../../portfolio/settlementAsset.ts";
import type { FeedReading, Missing, RateReading, RouteCurve, Snapshot } from "../../snapshot/types.ts";
import type { AssetId, Bps, Seconds, UnixSeconds, VenueId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { Market } from "./market.ts";
import { priceOf } from "./priceOf.ts";
import { quoteCurves } from "./quoteCurves.ts";

/** What of a snapshot comes from the market alone. */
export type MarketReadings = Pick<
  Snapshot,
  "rates" | "feeds" | "figures" | "curves" | "gas" | "flags" | "missing"
>;

/** What a reading is made from, beside the market. */
export type ReadingFacts = {
  readonly policy: Policy;
  /** The venue that states an asset's rate. */
  readonly venues: ReadonlyMap<AssetId, VenueId>;
  readonly now: UnixSeconds;
  /** Whether a feed that the tape never mentions is taken to be fresh. */
  readonly assumeFeeds: boolean;
};

const SOURCE: Source = { kind: "header", field: "tape" };
const DAY = 86_400n as Seconds;
const USUAL_FEE = 5n as Bps;

const by =
  <Reading>(key: (reading: Reading) => string) =>
  (a: Reading, b: Reading) =>
    compareText(key(a), key(b));

function rates(market: Market, { venues }: ReadingFacts): readonly RateReading[] {
  return [...market.rates]
    .filter(([asset]) => !market.missing.has(`rate:${asset}`))
    .map(([asset, rate]) => {
      const growsWith = market.grows.get(asset);
      const venue = venues.get(asset) ?? ("idle" as VenueId);
      return { asset, venue, rate, ...(growsWith === undefined ? {} : { growsWith }), source: SOURCE };
    })
    .sort(by(({ asset }) => asset));
}

/** Assets that the tape gives a pool. */
function pooled(market: Market, { policy }: ReadingFacts): readonly AssetId[] {
  return [...market.depths.keys()].filter((asset) => !isBaseLike(asset, policy.baseAsset));
}

function curves(market: Market, facts: ReadingFacts): readonly RouteCurve[] {
  const settlement = settlementAsset(facts.policy.baseAsset);
  return pooled(market, facts)
    .filter((asset) => !market.missing.has(`price:${asset}`))
    .flatMap((asset) => {
      const price = priceOf(market, asset) ?? WAD_ONE;
      const depth = market.depths.get(asset);
      const fee = market.fees.get(asset) ?? USUAL_FEE;
      return depth === undefined ? [] : quoteCurves({ asset, settlement, price, depth, fee });
    })
    .sort((a, b) => compareText(a.assetIn, b.assetIn) || compareText(a.assetOut, b.assetOut));
}

/** Feeds that the policy's guards look at. */
function watchedFeeds({ guards }: Policy): readonly string[] {
  const { staleOracle, priceDrawdown } = guards;
  return [...staleOracle.feeds, ...(priceDrawdown === undefined ? [] : [priceDrawdown.feed])];
}

/** What a feed is taken to say that the tape never mentions: of an asset its accounting rate, of anything else one, always. */
function assumedAnswer(market: Market, feed: string): bigint {
  const [asset = ""] = feed.split("/");
  return market.rates.get(asset as AssetId) ?? WAD_ONE;
}

function feeds(market: Market, { policy, now, assumeFeeds }: ReadingFacts): readonly FeedReading[] {
  const wanted = assumeFeeds ? watchedFeeds(policy) : [];
  return [...new Set([...market.feeds.keys(), ...wanted])]
    .filter((feed) => !market.missing.has(`feed:${feed}`))
    .map((feed) => {
      const { answer, updatedAt } = market.feeds.get(feed) ?? {
        answer: assumedAnswer(market, feed),
        updatedAt: now,
      };
      const heartbeat = market.heartbeats.get(feed) ?? DAY;
      return { feed, value: answer, decimals: 18n, roundId: updatedAt, updatedAt, heartbeat, source: SOURCE };
    })
    .sort(by(({ feed }) => feed));
}

function missing(market: Market, { policy }: ReadingFacts): readonly Missing[] {
  const settlement = settlementAsset(policy.baseAsset);
  const subjects = [...market.missing].flatMap(([subject, code]) => {
    const asset = subject.startsWith("price:") ? subject.slice("price:".length) : null;
    const named =
      asset === null ? [subject] : [`route:tape:${asset}>${settlement}`, `route:tape:${settlement}>${asset}`];
    return named.map((each) => ({ subject: each, code, retry: true, detail: "missing on the tape" }));
  });
  const unpriced =
    market.gas.base === null
      ? [{ subject: "gas", code: "empty" as const, retry: true, detail: "no base-fee on the tape yet" }]
      : [];
  return [...subjects, ...unpriced.filter(() => !market.missing.has("gas"))].sort(
    (a, b) => compareText(a.subject, b.subject) || compareText(a.code, b.code),
  );
}

/** The market as a sweep would have read it now, sorted as a snapshot is. */
export function marketReadings(market: Market, facts: ReadingFacts): MarketReadings {
  const { base, priority } = market.gas;
  const isGasKnown = base !== null && !market.missing.has("gas");
  return {
    rates: rates(market, facts),
    feeds: feeds(market, facts),
    figures: [...market.figures.values()]
      .filter(({ venue, figure }) => !market.missing.has(`figure:${venue}:${figure}`))
      .map(({ venue, figure, value }) => ({ venue, figure, value, source: SOURCE }))
      .sort((a, b) => compareText(a.venue, b.venue) || compareText(a.figure, b.figure)),
    curves: curves(market, facts),
    gas: isGasKnown ? { baseFee: base, priorityFee: priority, source: SOURCE } : null,
    flags: [...market.flags.values()]
      .map(({ venue, code, stops }) => ({ venue, code, stops, source: SOURCE }))
      .sort((a, b) => compareText(a.venue, b.venue) || compareText(a.code, b.code)),
    missing: missing(market, facts),
  };
}
