import {
  assetYield,
  formatBps,
  formatDuration,
  formatWadPercent,
  mulDivDown,
  type PositionReading,
  type RuleContext,
  shareDown,
  wad,
  type YieldReading,
} from "@ballast/core";
import { positionParts } from "../../format/positionParts.ts";
import { type Category, venue } from "../../format/venue.ts";
import { netValue } from "../../queries/netValue.ts";

export type YieldRow = {
  readonly name: string;
  readonly category: Category;
  /** null when it could not be told. */
  readonly yield: string | null;
  readonly unknown: string;
  readonly share: string;
  readonly adds: string;
};

export type YieldView = {
  /** Window and method. */
  readonly how: string;
  readonly rows: readonly YieldRow[];
  /** Weighted by value; null when one that weighs is unknown. */
  readonly total: string | null;
  readonly note: string;
};

const WHY: Readonly<Record<Extract<YieldReading, { kind: "unknown" }>["because"], string>> = {
  "no-samples": "No samples yet",
  "history-too-short": "History too short",
  "rate-is-zero": "Rate was zero",
};

/** Yield of the account and its parts over the policy's window: growth of the accounting rate, which protocol fees are already out of. */
export function yieldOf(context: RuleContext): YieldView {
  const held = context.snapshot.positions.filter(({ value }) => value > 0n);
  const parts = held.map((reading) => ({ reading, growth: assetYield(context, reading.asset) }));
  const { total } = netValue(context.snapshot);
  return {
    how: `${formatDuration(context.policy.objective.yieldWindow)}, share price growth`,
    rows: parts.map((part) => rowOf(part, total)),
    total: total === null ? null : weighted(parts, total),
    note: "Protocol fees are in the share price. Gas and exit cost are counted against each rebalance, not here.",
  };
}

type Part = { readonly reading: PositionReading; readonly growth: YieldReading };

function rowOf({ reading, growth }: Part, total: PositionReading["value"] | null): YieldRow {
  const known = growth.kind === "known" ? growth.yield : null;
  return {
    name: positionParts(reading.position).short,
    category: venue(reading.venue).category,
    yield: known === null ? null : formatWadPercent(known, { rounding: "down" }),
    unknown: growth.kind === "unknown" ? WHY[growth.because] : "",
    share: total === null ? "" : formatBps(shareDown(reading.value, total)),
    adds:
      known === null || total === null
        ? ""
        : percent(mulDivDown(reading.value, { times: known, over: total })),
  };
}

const percent = (value: bigint) => formatWadPercent(wad(value), { rounding: "down" });

function weighted(parts: readonly Part[], total: bigint): string | null {
  let sum = 0n;
  for (const { reading, growth } of parts) {
    if (growth.kind === "unknown") return null;
    sum += reading.value * growth.yield;
  }
  return total === 0n ? percent(0n) : percent(mulDivDown(sum, { times: 1n, over: total }));
}
