import { type BacktestResult, formatTime, type Policy } from "@ballast/core";
import { amountText, sinceText, worthRows } from "./figures.ts";

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  "),
  );
}

function worths(result: BacktestResult, symbol: string): string[] {
  const rows = worthRows(result, symbol);
  return table([
    ["", "start", "end", "end, market", "change", "drawdown"],
    ...rows.map((row) => [row.name, row.start, row.end, row.endMarket, row.change, row.drawdown]),
  ]);
}

function incidents({ incidents: all }: BacktestResult): string[] {
  return all.map(
    ({ name, position, from, warnedAt, proposedAt, safeAt }) =>
      `Incident ${name}, ${position}, from ${formatTime(from)}: warned ${sinceText(from, warnedAt)}, exit proposed ${sinceText(from, proposedAt)}, safe ${sinceText(from, safeAt)}`,
  );
}

function decisions({ runs }: BacktestResult): string[] {
  return runs.map(
    ({ from, steps, outcome, sentence }) =>
      `${formatTime(from)} ${String(steps).padStart(6)} × ${outcome.padEnd(24)} ${sentence}`,
  );
}

/** A run for people: what it was worth beside doing nothing, what it cost, what went wrong, and every decision with its reason. */
export function summary(result: BacktestResult, policy: Policy): string {
  const symbol = policy.baseAsset;
  const { points, proposals, alarms, costs } = result;
  const count = (state: string) => proposals.filter((each) => each.state === state).length;
  const span = [points[0], points.at(-1)].map((point) => (point === undefined ? "" : formatTime(point.time)));
  return [
    ...(result.synthetic === null ? [] : [`SYNTHETIC: ${result.synthetic}`]),
    ...result.notes.map((note) => `Note: ${note}`),
    `Policy ${result.policyId}, version ${policy.version}, over ${result.steps} steps from ${span.join(" to ")}`,
    "",
    ...worths(result, symbol),
    "",
    `Turnover ${amountText(result.turnover, { symbol })}, trading cost ${amountText(costs.trading, { symbol })}, gas ${amountText(costs.gas, { symbol })}`,
    `Proposals ${proposals.length}: ${count("executed")} executed, ${count("rejected")} expired and rejected, ${count("replaced")} replaced, ${count("posted")} open`,
    `Alarms ${alarms.length}: ${alarms.filter(({ isFalse }) => isFalse).length} outside every incident`,
    ...incidents(result),
    "",
    "Decisions, each with the steps that were decided alike:",
    ...decisions(result),
  ].join("\n");
}
