import { type BacktestResult, formatTime, type Policy } from "@ballast/core";
import { escapeHtml } from "./escapeHtml.ts";
import {
  alarmTable,
  costSentence,
  decisionTable,
  incidentTable,
  proposalTable,
  worthTable,
} from "./reportTables.ts";
import { STYLE } from "./style.ts";
import { worthChart } from "./worthChart.ts";

type Facts = { readonly policy: Policy; readonly sha256: string };

const KEYS = [
  ["ballast", "Ballast"],
  ["hold", "Hold: the start, never touched"],
  ["equal", "Equal weight, never touched"],
] as const;

function legend(): string {
  const keys = KEYS.map(
    ([name, text]) =>
      `<span><svg viewBox="0 0 28 12" aria-hidden="true"><line class="line ${name}" x1="0" x2="28" y1="6" y2="6"/></svg>${text}</span>`,
  );
  const lane =
    "Below the lines: grey held, dark grey refused, red proposed. Red lines: executed. Shaded: an incident until the account was safe.";
  return `<div class="legend">${keys.join("")}</div><p class="small">${lane}</p>`;
}

function section(title: string, ...parts: readonly string[]): string {
  return `<section><h2>${escapeHtml(title)}</h2>${parts.join("")}</section>`;
}

function head(result: BacktestResult, { policy, sha256 }: Facts): string {
  const [first, last] = [result.points[0], result.points.at(-1)];
  const span = [first, last].map((point) => (point === undefined ? "" : formatTime(point.time)));
  const label =
    result.synthetic === null
      ? ""
      : `<p class="label">Synthetic data, made and not recorded: ${escapeHtml(result.synthetic)}</p>`;
  const notes = result.notes.map((note) => `<p class="quiet">${escapeHtml(note)}</p>`).join("");
  return `<h1>Backtest of policy version ${policy.version}</h1><p class="quiet">${result.steps} steps from ${span.join(" to ")}. ${escapeHtml(costSentence(result, policy.baseAsset))}</p>${label}${notes}<p class="small">Account <span class="mono">${policy.account.address}</span> · policy <span class="mono">${result.policyId}</span> · data sha256 <span class="mono">${sha256}</span> · seed ${result.seed} · engine ${result.engine}</p>`;
}

/**
 * A run as one page that needs nothing else: no script, nothing loaded from elsewhere, light and dark. The same result gives the same bytes.
 */
export function htmlReport(result: BacktestResult, facts: Facts): string {
  const symbol = facts.policy.baseAsset;
  const market = worthChart(result, { measure: "market", title: `Worth at market prices, in ${symbol}` });
  const accounting = worthChart(result, {
    measure: "accounting",
    title: `Worth at accounting rates, in ${symbol}`,
  });
  const parts = [
    head(result, facts),
    section("Worth", worthTable(result, symbol)),
    section(`At market prices, ${symbol}`, market, legend()),
    section(`At accounting rates, ${symbol}`, accounting),
    section("Incidents and time to safe", incidentTable(result)),
    section("Proposals", proposalTable(result, symbol)),
    section("Alarms", alarmTable(result)),
    section("Every decision with its reason", decisionTable(result)),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Backtest, policy version ${facts.policy.version}</title>
<style>${STYLE}</style>
</head>
<body><main>${parts.join("\n")}</main></body>
</html>
`;
}
