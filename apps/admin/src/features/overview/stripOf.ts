import {
  type FeedReading,
  type Finding,
  formatBps,
  formatDecimal,
  formatDuration,
  mulDivDown,
  type Seconds,
  type Snapshot,
  sourceText,
} from "@ballast/core";
import { amount } from "../../format/amount.ts";
import type { Judgement } from "../../queries/judgement.ts";
import { netValue } from "../../queries/netValue.ts";
import { outcomeWords } from "../decision/outcomeWords.ts";
import type { YieldView } from "./yieldOf.ts";

type Shown = {
  readonly whole: string;
  readonly fraction?: string;
  readonly unit: string;
  readonly exact?: string;
};

export type StripCell = {
  readonly label: string;
  readonly value: Shown | null;
  readonly meaning: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly hero?: boolean;
};

export type StripView = readonly StripCell[];

const USD_FEED = "ETH/USD";
const WEI_PER_GWEI = 10n ** 9n;

/** Net value, yield, what could leave, gas, and the last decision. */
export function stripOf(
  { snapshot, decision, policy, tick }: Judgement,
  yields: YieldView | null,
): StripView {
  return [
    netValueCell(snapshot),
    yieldCell(yields),
    liquidityCell(decision?.findings ?? [], policy?.liquidity.at(0)?.within ?? null),
    gasCell(snapshot),
    { label: "Last decision", value: decisionValue(tick), meaning: outcomeWords(tick).sentence, facts: [] },
  ];
}

function netValueCell(snapshot: Snapshot): StripCell {
  const { total, unknown } = netValue(snapshot);
  const label = "Net value";
  const facts = [{ name: "Method", value: "Amount times the protocol's own rate, rounded down" }];
  if (total === null)
    return { label, value: null, meaning: `Not read: ${unknown.join(", ")}`, facts, hero: true };
  const { text, exact } = amount(total);
  const [whole = text, fraction = "00"] = text.split(".");
  return {
    label,
    value: { whole, fraction, unit: "ETH", exact },
    meaning: usd(snapshot, total),
    facts,
    hero: true,
  };
}

function usd({ feeds }: Snapshot, total: bigint): string {
  const feed = feeds.find((each) => each.feed === USD_FEED);
  if (feed === undefined || feed.value <= 0n) return "No ETH/USD price";
  return `${formatDecimal(dollars(total, feed), { decimals: 0n, places: 0n, rounding: "down" })} USD`;
}

const dollars = (total: bigint, { value, decimals }: FeedReading) =>
  mulDivDown(total, { times: value, over: 10n ** (18n + decimals) });

function yieldCell(yields: YieldView | null): StripCell {
  const label = "Net yield";
  if (yields?.total == null) {
    const why = yields?.rows.find((row) => row.yield === null)?.unknown ?? "No policy in force";
    return { label, value: null, meaning: why, facts: [] };
  }
  return {
    label,
    value: splitUnit(yields.total),
    meaning: yields.how,
    facts: [{ name: "Method", value: yields.how }],
  };
}

function liquidityCell(findings: readonly Finding[], within: Seconds | null): StripCell {
  const finding = findings.find(({ rule }) => rule === "liquidity-ladder");
  const label = within === null ? "Could leave" : `Out within ${formatDuration(within)}`;
  const limit =
    finding?.limit?.unit === "bps"
      ? `Policy minimum ${formatBps(finding.limit.value)}`
      : "No minimum in the policy";
  const measured = finding?.measured?.unit === "bps" ? splitUnit(formatBps(finding.measured.value)) : null;
  const facts = (finding?.evidence ?? []).map((source) => ({ name: "Source", value: sourceText(source) }));
  return { label, value: measured, meaning: limit, facts };
}

function gasCell({ gas }: Snapshot): StripCell {
  const label = "Gas price";
  if (gas === null) return { label, value: null, meaning: "The header was not read", facts: [] };
  const shown = formatDecimal(gas.baseFee + gas.priorityFee, { decimals: 9n, places: 2n, rounding: "up" });
  const exact = `${gas.baseFee + gas.priorityFee} wei`;
  const tip = formatDecimal(gas.priorityFee, { decimals: 9n, places: 2n, rounding: "up" });
  const meaning = gas.priorityFee >= WEI_PER_GWEI / 100n ? `of it ${tip} gwei tip` : "base fee";
  return {
    label,
    value: { whole: shown, unit: "gwei", exact },
    meaning,
    facts: [{ name: "Source", value: sourceText(gas.source) }],
  };
}

function decisionValue(tick: Judgement["tick"]): Shown {
  return { whole: outcomeWords(tick).act, unit: "" };
}

function splitUnit(text: string): Shown {
  const [whole = text, unit = ""] = text.split("\u00a0");
  return { whole, unit };
}
