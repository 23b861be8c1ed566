import type { Source } from "../../chain/types.ts";
import { type SalePrice, salePrice } from "../../curve/salePrice.ts";
import { samplesBefore } from "../../history/samplesBefore.ts";
import { marketSeries, rateSeries } from "../../history/seriesOf.ts";
import type { Sample } from "../../history/types.ts";
import { rateOf } from "../../portfolio/rateOf.ts";
import { isBaseLike } from "../../portfolio/settlementAsset.ts";
import type { PositionReading } from "../../snapshot/types.ts";
import type { Bps, Wad } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { mulDivUp } from "../../units/mulDiv.ts";
import { baseUnits, ratioBps } from "../../units/quantities.ts";
import { BPS_ONE } from "../../units/share.ts";
import type { Effect, Finding } from "../finding.ts";
import type { Rule, RuleContext } from "../rule.ts";

const ID = "market-depeg";

type Watched = { readonly held: PositionReading; readonly context: RuleContext };
type Prices = { readonly price: Wad; readonly rate: Wad };
type Verdict = Pick<Finding, "code" | "level" | "measured" | "limit" | "effect"> & {
  readonly seen: readonly Source[];
};

function isBeyond({ price, rate }: Prices, threshold: Bps): boolean {
  return price * BPS_ONE < rate * (BPS_ONE - threshold);
}

function discountUp({ price, rate }: Prices): Bps {
  return ratioBps(price >= rate ? 0n : mulDivUp(rate - price, { times: BPS_ONE, over: rate }));
}

function ratesBefore({ held, context: { snapshot, history } }: Watched): readonly Sample[] {
  return samplesBefore(history, { id: rateSeries(held.asset), block: snapshot.block.number });
}

/** How many samples in a row, this block's included, were beyond the threshold, each against the rate of its own time. */
function samplesBeyond(watched: Watched): bigint {
  const { snapshot, history, policy } = watched.context;
  const { threshold, samples } = policy.guards.marketDepeg;
  const rates = ratesBefore(watched);
  const sales = samplesBefore(history, {
    id: marketSeries(watched.held.asset),
    block: snapshot.block.number,
  });
  let count = 1n;
  for (const sale of sales.toReversed()) {
    const rate = rates.findLast((each) => each.block <= sale.block);
    if (count >= samples || rate === undefined) break;
    if (!isBeyond({ price: sale.value, rate: rate.value }, threshold)) break;
    count += 1n;
  }
  return count;
}

function freeze({ held }: Watched): Effect {
  return { kind: "freeze-entries", positions: [held.position] };
}

function unknown(watched: Watched, code: string): Verdict {
  return { code, level: "unknown", measured: null, limit: null, effect: freeze(watched), seen: [] };
}

/** A rate below one that was already seen: the protocol itself says that each unit is backed by less. */
function backing(watched: Watched, rate: Wad): Verdict | null {
  const rates = ratesBefore(watched);
  const highest = rates.reduce<Sample | undefined>(
    (top, each) => (top && top.value >= each.value ? top : each),
    undefined,
  );
  if (highest === undefined) return unknown(watched, "backing-unknown");
  if (rate >= highest.value) return null;
  const source = {
    kind: "history",
    series: rateSeries(watched.held.asset),
    fromBlock: highest.block,
    toBlock: highest.block,
  } as const;
  return {
    code: "backing-loss",
    level: "critical",
    measured: { unit: "wad", value: rate },
    limit: { unit: "wad", value: highest.value },
    effect: freeze(watched),
    seen: [source],
  };
}

function response(watched: Watched): Pick<Finding, "level" | "effect"> {
  const { response: wanted } = watched.context.policy.guards.marketDepeg;
  const { position, value } = watched.held;
  if (wanted === "notify") return { level: "warning", effect: { kind: "none" } };
  if (wanted === "freeze-entries" || value === 0n) return { level: "warning", effect: freeze(watched) };
  return { level: "critical", effect: { kind: "reduce-to", position, target: baseUnits(0n), urgent: true } };
}

function market(watched: Watched, sale: SalePrice): Verdict {
  const { threshold, samples } = watched.context.policy.guards.marketDepeg;
  const seen = [sale.curve.source];
  const measured = { unit: "bps", value: discountUp(sale) } as const;
  const limit = { unit: "bps", value: threshold } as const;
  const quiet = { measured, limit, seen, effect: { kind: "none" } } as const;
  if (!isBeyond(sale, threshold)) return { ...quiet, code: "near-rate", level: "ok" };
  if (samplesBeyond(watched) < samples) return { ...quiet, code: "below-rate-once", level: "notice" };
  return { ...quiet, code: "below-rate", ...response(watched) };
}

function verdict(watched: Watched): Verdict {
  const { snapshot, policy } = watched.context;
  const { asset } = watched.held;
  const rate = rateOf(snapshot, asset);
  const lost = rate === null ? unknown(watched, "rate-unknown") : backing(watched, rate);
  if (lost !== null) return lost;
  const sale = salePrice(snapshot, { asset, size: policy.guards.marketDepeg.size });
  return sale === null ? unknown(watched, "price-unknown") : market(watched, sale);
}

function judge(watched: Watched): Finding {
  const { seen, ...found } = verdict(watched);
  const { position, source } = watched.held;
  return {
    rule: ID,
    subject: { kind: "position", id: position },
    evidence: [source, ...seen, { kind: "policy", path: "guards.marketDepeg" }],
    ...found,
  };
}

/**
 * Compares what a sale of the guard's size really gets with what the protocol says a unit is worth. Guards against two different things
 * and keeps them apart. *Market depeg*: the price stays below the rate for several samples while the backing is intact; selling into it may be the
 * worst answer, so the policy says which (2024-04, ezETH: hundreds of dollars in thin pools, backing untouched). *Backing loss*: the rate is below the
 * highest one in the stored window; then the low price is the news, not the noise, and it stays reported until the rate has recovered or the window has passed.
 */
export const marketDepeg: Rule = {
  id: ID,
  codes: [
    "near-rate",
    "below-rate-once",
    "below-rate",
    "backing-loss",
    "backing-unknown",
    "rate-unknown",
    "price-unknown",
  ],
  evaluate: (context) => {
    const { snapshot, policy } = context;
    const listed = new Set(policy.universe.map((band) => band.position));
    return snapshot.positions
      .filter((held) => !isBaseLike(held.asset, snapshot.baseAsset))
      .filter((held) => held.value > 0n || listed.has(held.position))
      .toSorted((a, b) => compareText(a.position, b.position))
      .map((held) => judge({ held, context }));
  },
};
