import type { Flag, HeadReading, Missing } from "../../snapshot/types.ts";
import type {
  AssetId,
  BaseUnits,
  Bps,
  PositionId,
  Seconds,
  SourceId,
  UnixSeconds,
  VenueId,
  Wad,
} from "../../units/brands.ts";
import type { TapeFact } from "../tape/tape.ts";

/** Everything that a tape has said by now, apart from the account itself. Changed in place, row by row. */
export type Market = {
  readonly rates: Map<AssetId, Wad>;
  readonly prices: Map<AssetId, Wad>;
  /** Prices as shares of the rates; of the same asset either this or a price, whichever was told last. */
  readonly pegs: Map<AssetId, Wad>;
  readonly depths: Map<AssetId, BaseUnits>;
  readonly fees: Map<AssetId, Bps>;
  readonly grows: Map<AssetId, AssetId>;
  readonly gas: { base: bigint | null; priority: bigint };
  readonly feeds: Map<string, { readonly answer: Wad; readonly updatedAt: UnixSeconds }>;
  readonly heartbeats: Map<string, Seconds>;
  /** By `<venue>:<figure>`. */
  readonly figures: Map<string, { readonly venue: VenueId; readonly figure: string; readonly value: bigint }>;
  /** By `<venue>:<code>`. */
  readonly flags: Map<
    string,
    { readonly venue: VenueId; readonly code: string; readonly stops: Flag["stops"] }
  >;
  readonly queues: Map<PositionId, Seconds | null>;
  readonly missing: Map<string, Missing["code"]>;
  readonly sources: Map<SourceId, HeadReading["state"]>;
};

/** A market of which nothing has been said. */
export function emptyMarket(): Market {
  return {
    rates: new Map(),
    prices: new Map(),
    pegs: new Map(),
    depths: new Map(),
    fees: new Map(),
    grows: new Map(),
    gas: { base: null, priority: 0n },
    feeds: new Map(),
    heartbeats: new Map(),
    figures: new Map(),
    flags: new Map(),
    queues: new Map(),
    missing: new Map(),
    sources: new Map(),
  };
}

/** Sets an entry, or takes it out where what is said is that there is none. */
function setOrClear<Key, Value>(map: Map<Key, Value>, [key, value]: readonly [Key, Value | null]): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}

/** What one row changes in the market. Holdings, slashes, incidents and notes are none of its business. */
export function applyFact(market: Market, fact: TapeFact): void {
  switch (fact.kind) {
    case "rate":
      market.rates.set(fact.asset, fact.rate);
      break;
    case "price":
      market.prices.set(fact.asset, fact.price);
      market.pegs.delete(fact.asset);
      break;
    case "peg":
      market.pegs.set(fact.asset, fact.peg);
      market.prices.delete(fact.asset);
      break;
    case "depth":
      market.depths.set(fact.asset, fact.depth);
      break;
    case "fee":
      market.fees.set(fact.asset, fact.fee);
      break;
    case "grows":
      market.grows.set(fact.asset, fact.growsWith);
      break;
    case "base-fee":
      market.gas.base = fact.wei;
      break;
    case "priority-fee":
      market.gas.priority = fact.wei;
      break;
    case "feed":
      market.feeds.set(fact.feed, fact);
      break;
    case "heartbeat":
      market.heartbeats.set(fact.feed, fact.heartbeat);
      break;
    case "figure":
      market.figures.set(`${fact.venue}:${fact.figure}`, fact);
      break;
    case "flag": {
      const { venue, code, stops } = fact;
      setOrClear(market.flags, [`${venue}:${code}`, stops === null ? null : { venue, code, stops }]);
      break;
    }
    case "queue":
      market.queues.set(fact.position, fact.delay);
      break;
    case "missing":
      setOrClear(market.missing, [fact.subject, fact.code]);
      break;
    case "source":
      market.sources.set(fact.source, fact.state);
      break;
    case "hold":
    case "slash":
    case "incident":
    case "note":
    case "synthetic":
      break;
  }
}
