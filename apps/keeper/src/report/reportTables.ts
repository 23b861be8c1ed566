import { type BacktestResult, formatBps, formatTime, planSentence } from "@ballast/core";
import { amountText, sinceText, worthRows } from "../backtest/figures.ts";
import { htmlTable } from "./htmlTable.ts";

const timeText = (time: Parameters<typeof formatTime>[0]) => formatTime(time).replace("T", " ").slice(0, 16);

/** Worth at the start and the end of the three portfolios. */
export function worthTable(result: BacktestResult, symbol: string): string {
  const rows = worthRows(result, symbol).map((row) => [
    row.name,
    row.start,
    row.end,
    row.change,
    row.endMarket,
    row.drawdown,
  ]);
  const heads = ["Start, accounting", "End, accounting", "Change", "End, market", "Drawdown, market"];
  const columns = [{ head: "" }, ...heads.map((head) => ({ head, kind: "num" }) as const)];
  return htmlTable(columns, { rows, label: "Worth" });
}

/** Each incident of the tape, and how long everything took. */
export function incidentTable({ incidents }: BacktestResult): string {
  if (incidents.length === 0) return '<p class="quiet">The tape has none.</p>';
  const rows = incidents.map(({ name, position, from, warnedAt, proposedAt, safeAt }) => [
    name,
    position,
    timeText(from),
    ...[warnedAt, proposedAt, safeAt].map((time) => sinceText(from, time)),
  ]);
  const columns = [
    { head: "Incident" },
    { head: "Position", kind: "nowrap" },
    { head: "From (UTC)", kind: "nowrap" },
    { head: "Warned", kind: "nowrap" },
    { head: "Exit proposed", kind: "nowrap" },
    { head: "Safe", kind: "nowrap" },
  ] as const;
  return htmlTable(columns, { rows, label: "Incidents" });
}

/** Every proposal with what became of it. */
export function proposalTable({ proposals }: BacktestResult, symbol: string): string {
  if (proposals.length === 0) return '<p class="quiet">Nothing was proposed.</p>';
  const rows = proposals.map(({ proposedAt, endedAt, state, failure, plan, paid }) => [
    timeText(proposedAt),
    planSentence(plan),
    failure === null ? state : `${state}: ${failure}`,
    endedAt === null ? "" : sinceText(proposedAt, endedAt),
    paid === null ? "" : amountText(paid.trading, { symbol }),
    paid === null ? "" : amountText(paid.gas, { symbol }),
  ]);
  const columns = [
    { head: "Proposed (UTC)", kind: "nowrap" },
    { head: "What", kind: "why" },
    { head: "Became" },
    { head: "Ended", kind: "nowrap" },
    { head: "Trading cost", kind: "num" },
    { head: "Gas", kind: "num" },
  ] as const;
  return htmlTable(columns, { rows, label: "Proposals" });
}

/** Guards that began to warn. */
export function alarmTable({ alarms }: BacktestResult): string {
  if (alarms.length === 0) return '<p class="quiet">No guard warned of anything.</p>';
  const rows = alarms.map(({ time, rule, code, subject, isFalse }) => [
    timeText(time),
    rule,
    code,
    "id" in subject ? subject.id : subject.kind,
    isFalse ? "outside every incident" : "within an incident",
  ]);
  const columns = [
    { head: "Time (UTC)", kind: "nowrap" },
    ...["Guard", "Says", "Of", ""].map((head) => ({ head })),
  ] as const;
  return htmlTable(columns, { rows, label: "Alarms" });
}

/** A page with more rows is no longer read, only loaded. */
const MOST_RUNS = 2_000;

/** Every run of decisions with its reason; of very many the first, and where the rest is. */
export function decisionTable({ runs }: BacktestResult): string {
  const more = runs.length - MOST_RUNS;
  const rest =
    more > 0
      ? `<p class="quiet">${more} more runs of decisions are in the document that --json prints.</p>`
      : "";
  const rows = runs
    .slice(0, MOST_RUNS)
    .map(({ from, steps, outcome, sentence, decisionId }) => [
      timeText(from),
      `${steps}`,
      outcome,
      sentence,
      decisionId.slice(0, 12),
    ]);
  const columns = [
    { head: "From (UTC)", kind: "nowrap" },
    { head: "Steps", kind: "num" },
    { head: "Outcome", kind: "nowrap" },
    { head: "Why", kind: "why" },
    { head: "Decision", kind: "mono" },
  ] as const;
  return `${htmlTable(columns, { rows, label: "Decisions" })}${rest}`;
}

/** What the run cost, in words. */
export function costSentence(
  { turnover, costs, proposals, drawdown }: BacktestResult,
  symbol: string,
): string {
  const executed = proposals.filter(({ state }) => state === "executed").length;
  const parts = [
    `${executed} of ${proposals.length} proposals executed`,
    `turnover ${amountText(turnover, { symbol })}`,
    `trading cost ${amountText(costs.trading, { symbol })}`,
    `gas ${amountText(costs.gas, { symbol })}`,
    `drawdown ${formatBps(drawdown.ballast)} against ${formatBps(drawdown.hold)} held`,
  ];
  return `${parts.join(", ")}.`;
}
