import type { Source } from "../../chain/types.ts";
import { type SalePrice, salePrice } from "../../curve/salePrice.ts";
import { samplesBefore } from "../../history/samplesBefore.ts";
import { marketSeries, rateSeries } from "../../history/seriesOf.ts";
import type { Sample } from "../../history/types.ts";
import { rateOf } from "../../portfolio/rateOf.ts";
import { settlementAsset } from "../../portfolio/settlementAsset.ts";
import type { PositionReading } from "../../snapshot/types.ts";
import type { Bps, Wad } from "../../units/brands.ts";
import { mulDivUp } from "../../units/mulDiv.ts";
import { ratioBps } from "../../units/quantities.ts";
import { BPS_ONE } from "../../units/share.ts";
import type { Finding } from "../finding.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerOf, freezing } from "./answer.ts";
import { backingOf } from "./backing.ts";
import { watchedPositions } from "./concerned.ts";

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

function unknown({ held }: Watched, code: string): Verdict {
  const effect = freezing([held.position]);
  return { code, level: "unknown", measured: null, limit: null, effect, seen: [] };
}

/** The policy's answer holds for a depeg with intact backing. A low price beside a fallen rate is no reason to sell into it, nor to buy. */
function answer({ held, context }: Watched): Pick<Finding, "code" | "level" | "effect"> {
  const { response } = context.policy.guards.marketDepeg;
  const backing = backingOf(context, held.asset).kind;
  if (backing === "intact") return { code: "below-rate", ...answerOf(response, held) };
  if (backing !== "fallen") {
    return { code: "below-rate-unproven", level: "unknown", effect: freezing([held.position]) };
  }
  const most = response === "exit" ? "freeze-entries" : response;
  return { code: "below-fallen-rate", ...answerOf(most, held) };
}

function market(watched: Watched, sale: SalePrice): Verdict {
  const { threshold, samples } = watched.context.policy.guards.marketDepeg;
  const seen = [sale.curve.source];
  const measured = { unit: "bps", value: discountUp(sale) } as const;
  const limit = { unit: "bps", value: threshold } as const;
  const quiet = { measured, limit, seen, effect: { kind: "none" } } as const;
  if (!isBeyond(sale, threshold)) return { ...quiet, code: "near-rate", level: "ok" };
  if (samplesBeyond(watched) < samples) return { ...quiet, code: "below-rate-once", level: "notice" };
  return { ...quiet, ...answer(watched) };
}

/** Nobody trades it: no pool was quoted, and none failed to be. */
function hasNoMarket({ held, context: { snapshot } }: Watched): boolean {
  const pair = `:${held.asset}>${settlementAsset(snapshot.baseAsset)}`;
  return (
    !snapshot.curves.some((curve) => curve.assetIn === held.asset) &&
    !snapshot.missing.some(({ subject }) => subject.startsWith("route:") && subject.endsWith(pair))
  );
}

function verdict(watched: Watched): Verdict {
  const { snapshot, policy } = watched.context;
  const { asset } = watched.held;
  if (rateOf(snapshot, asset) === null) return unknown(watched, "rate-unknown");
  if (hasNoMarket(watched)) {
    const nothing = { measured: null, limit: null, seen: [], effect: { kind: "none" } } as const;
    return { ...nothing, code: "no-market", level: "notice" };
  }
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
 * Compares what a sale of the guard's size really gets with what the protocol says a unit is worth. A *market depeg* is a price that stays below the
 * rate for several samples while the backing is intact; selling into it may be the worst answer, so the policy says which (2024-04, ezETH: hundreds of
 * dollars in thin pools, backing untouched). A price below a rate that itself fell is told as that: backing-loss answers it, and this guard never sells into it.
 * What no pool trades has no price that could depeg.
 */
export const marketDepeg: Rule = {
  id: ID,
  codes: [
    "near-rate",
    "below-rate-once",
    "below-rate",
    "below-fallen-rate",
    "below-rate-unproven",
    "rate-unknown",
    "price-unknown",
    "no-market",
  ],
  evaluate: (context) => watchedPositions(context).map((held) => judge({ held, context })),
};
