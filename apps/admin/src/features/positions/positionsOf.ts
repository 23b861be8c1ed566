import {
  formatBps,
  formatDecimal,
  formatLimitBps,
  isBaseLike,
  type Policy,
  type PositionReading,
  rateOf,
  ratioBps,
  type Snapshot,
  salePrice,
  shareDown,
  sourceText,
  sumValues,
  venueOf,
} from "@ballast/core";
import type { AsOfFacts } from "../../components/AsOf.tsx";
import { amount } from "../../format/amount.ts";
import { blockAsOf } from "../../format/blockAsOf.ts";
import { positionParts } from "../../format/positionParts.ts";
import { type Category, venue } from "../../format/venue.ts";
import { netValue } from "../../queries/netValue.ts";
import { type Stake, stakedWith } from "./stakedWith.ts";

export type PositionRow = Stake & {
  readonly position: string;
  readonly name: string;
  readonly venue: string;
  readonly category: Category;
  readonly amount: { readonly text: string; readonly exact: string };
  readonly asset: string;
  readonly value: { readonly text: string; readonly exact: string };
  readonly share: string | null;
  readonly rate: string | null;
  /** What a sale of the guard's size gets for one unit; null when no route was quoted. */
  readonly market: string | null;
  /** How far that is from the rate; empty when unknown or when there is nothing to compare. */
  readonly gap: string;
  readonly below: boolean;
  /** Worth one of the base asset by definition, so it has no market of its own. */
  readonly isBase: boolean;
  readonly asOf: AsOfFacts;
};

export type PositionsView = {
  readonly rows: readonly PositionRow[];
  readonly total: { readonly text: string; readonly exact: string } | null;
  /** Withdrawals that have left their positions; null when there are none. */
  readonly underWay: { readonly text: string; readonly exact: string; readonly share: string | null } | null;
  /** The size that market prices are for; null without a policy. */
  readonly saleSize: string | null;
  /** What could not be read, as the snapshot names it. */
  readonly missing: readonly { readonly subject: string; readonly detail: string }[];
};

type Inputs = { readonly snapshot: Snapshot; readonly policy: Policy | null };

const RATE_PLACES = 5n;
/** Less than a millionth apart is the rounding of the pool's own integers, not a price. */
const NOISE = 1_000_000n;

/** Every position that was read, largest first. The market price and the accounting rate are different facts and stay apart. */
export function positionsOf(inputs: Inputs): PositionsView {
  const { snapshot, policy } = inputs;
  const { total } = netValue(snapshot);
  const largestFirst = snapshot.positions.toSorted((a, b) =>
    a.value === b.value ? 0 : a.value > b.value ? -1 : 1,
  );
  return {
    rows: largestFirst.map((reading) => rowOf(reading, { ...inputs, total })),
    total: total === null ? null : amount(total),
    underWay: underWayOf(snapshot, total),
    saleSize: policy === null ? null : `${amount(policy.guards.marketDepeg.size).text} ETH`,
    missing: snapshot.missing.map(({ subject, detail, code }) => ({ subject, detail: detail || code })),
  };
}

type Known = Inputs & { readonly total: PositionReading["value"] | null };

function rowOf(reading: PositionReading, known: Known): PositionRow {
  const { snapshot, total } = known;
  const { name, category } = venue(venueOf(reading.position));
  const rate = rateOf(snapshot, reading.asset);
  const price = marketOf(reading, known);
  return {
    position: reading.position,
    name: positionParts(reading.position).name,
    venue: name,
    ...stakedWith(reading, snapshot),
    category,
    amount: amount(reading.amount, { places: 4n, symbol: reading.asset }),
    asset: reading.asset,
    value: amount(reading.value),
    share: total === null ? null : formatBps(shareDown(reading.value, total)),
    rate: rate === null ? null : rateText(rate),
    market: price === null ? null : rateText(price),
    ...gapOf({ rate, price }),
    isBase: isBaseLike(reading.asset, snapshot.baseAsset),
    asOf: blockAsOf(snapshot.block, factsOf(reading, snapshot)),
  };
}

function underWayOf({ tickets }: Snapshot, total: Known["total"]): PositionsView["underWay"] {
  if (tickets.length === 0) return null;
  const value = sumValues(tickets.map((ticket) => ticket.value));
  return { ...amount(value), share: total === null ? null : formatBps(shareDown(value, total)) };
}

const rateText = (rate: bigint) =>
  formatDecimal(rate, { decimals: 18n, places: RATE_PLACES, rounding: "down" });

/** The base asset and its wrapped form have no market of their own. */
function marketOf({ asset }: PositionReading, { snapshot, policy }: Known): bigint | null {
  if (policy === null || isBaseLike(asset, snapshot.baseAsset)) return null;
  return salePrice(snapshot, { asset, size: policy.guards.marketDepeg.size })?.price ?? null;
}

function gapOf({
  rate,
  price,
}: {
  rate: bigint | null;
  price: bigint | null;
}): Pick<PositionRow, "gap" | "below"> {
  if (rate === null || price === null) return { gap: "", below: false };
  const below = price < rate;
  const distance = below ? rate - price : price - rate;
  if (distance * NOISE < rate) return { gap: "at the rate", below: false };
  const bps = ratioBps((distance * 10_000n + (below ? rate - 1n : 0n)) / rate);
  return { gap: `${formatLimitBps(bps)} ${below ? "below" : "above"}`, below };
}

function factsOf({ source, asset }: PositionReading, { rates }: Snapshot) {
  const rate = rates.find((each) => each.asset === asset);
  const amountFact = { name: "Amount", value: sourceText(source) };
  return rate === undefined ? [amountFact] : [amountFact, { name: "Rate", value: sourceText(rate.source) }];
}
