import {
  type BacktestResult,
  formatDecimal,
  formatTime,
  max,
  min,
  type Point,
  type UnixSeconds,
  type Worth,
} from "@ballast/core";
import { escapeHtml } from "./escapeHtml.ts";
import { thin } from "./thin.ts";

/** The drawing's own units; the page scales it. */
const BOX = { width: 960, height: 312, left: 96, right: 12, top: 12, bottom: 58 } as const;
const STRIP = { height: 10, gap: 24 } as const;
const MOST_POINTS = 900;
const LINES = ["equal", "hold", "ballast"] as const;

type Measure = keyof Worth;
type Scale = { readonly x: (time: UnixSeconds) => string; readonly y: (value: bigint) => string };
type Range = { readonly low: bigint; readonly high: bigint };

/** Where a value lies between two others, in hundredths of a unit of the drawing, exactly until it is drawn. */
function place(value: bigint, { low, high, length }: Range & { length: number }): number {
  return high === low ? length / 2 : Number(((value - low) * BigInt(length) * 100n) / (high - low)) / 100;
}

function rangeOf(points: readonly Point[], measure: Measure): Range {
  const all = points.flatMap((point) => LINES.map((line) => point[line][measure]));
  const low = all.reduce((least, each) => min(least, each));
  const high = all.reduce((most, each) => max(most, each));
  const margin = (high - low) / 20n + 1n;
  return { low: low - margin, high: high + margin };
}

function scaleOf(points: readonly Point[], range: Range): Scale {
  const [first, last] = [points[0]?.time ?? 0n, points.at(-1)?.time ?? 0n];
  const [wide, tall] = [BOX.width - BOX.left - BOX.right, BOX.height - BOX.top - BOX.bottom];
  return {
    x: (time) => (BOX.left + place(time, { low: first, high: last, length: wide })).toFixed(1),
    y: (value) => (BOX.top + tall - place(value, { ...range, length: tall })).toFixed(1),
  };
}

function grid({ low, high }: Range, { y }: Scale): string {
  const steps = [0n, 1n, 2n, 3n, 4n].map((step) => low + ((high - low) * step) / 4n);
  const places = high - low < 4n * 10n ** 18n ? 2n : 0n;
  return steps
    .map((value) => {
      const text = formatDecimal(value, { decimals: 18n, places, rounding: "down" });
      return `<line class="grid" x1="${BOX.left}" x2="${BOX.width - BOX.right}" y1="${y(value)}" y2="${y(value)}"/><text class="axis" x="${BOX.left - 8}" y="${y(value)}" dy="4" text-anchor="end">${text}</text>`;
    })
    .join("");
}

function times(points: readonly Point[]): string {
  const ends = [points[0], points.at(-1)].flatMap((point) => (point === undefined ? [] : [point.time]));
  return ends
    .map((time, index) => {
      const [x, anchor] = index === 0 ? [BOX.left, "start"] : [BOX.width - BOX.right, "end"];
      return `<text class="axis" x="${x}" y="${BOX.height - 6}" text-anchor="${anchor}">${formatTime(time).replace("T", " ").slice(0, 16)}</text>`;
    })
    .join("");
}

const kindOf = ({ outcome }: { readonly outcome: string }) => outcome.split(" ")[0] ?? "";

/** How each stretch was decided: a lane below the lines. Neighbours of one kind are one stretch. */
function lane({ runs }: BacktestResult, { x }: Scale): string {
  const top = BOX.height - BOX.bottom + STRIP.gap - STRIP.height;
  const stretches = runs.filter((run, index) => {
    const before = runs[index - 1];
    return before === undefined || kindOf(before) !== kindOf(run);
  });
  return stretches
    .map((run, index) => {
      const next = stretches[index + 1]?.from;
      const end = next === undefined ? BOX.width - BOX.right : Number(x(next));
      const width = Math.max(end - Number(x(run.from)), 1).toFixed(1);
      return `<rect class="run-${kindOf(run)}" x="${x(run.from)}" y="${top}" width="${width}" height="${STRIP.height}"/>`;
    })
    .join("");
}

function incidents({ incidents: all, points }: BacktestResult, { x }: Scale): string {
  const last = points.at(-1)?.time ?? (0n as UnixSeconds);
  return all
    .map(({ from, safeAt, name }) => {
      const width = Math.max(Number(x(safeAt ?? last)) - Number(x(from)), 2).toFixed(1);
      const tall = BOX.height - BOX.top - BOX.bottom;
      return `<rect class="incident" x="${x(from)}" y="${BOX.top}" width="${width}" height="${tall}"><title>${escapeHtml(name)}</title></rect>`;
    })
    .join("");
}

function executions({ proposals }: BacktestResult, { x }: Scale): string {
  return proposals
    .filter(({ state }) => state === "executed")
    .map(({ endedAt, plan }) => {
      const at = endedAt === null ? "0" : x(endedAt);
      return `<line class="mark" x1="${at}" x2="${at}" y1="${BOX.top}" y2="${BOX.height - BOX.bottom}"><title>${plan.purpose}</title></line>`;
    })
    .join("");
}

/** The worth of the three portfolios over time, by one measure, as SVG; below it how each stretch was decided. */
export function worthChart(
  result: BacktestResult,
  { measure, title }: { readonly measure: Measure; readonly title: string },
): string {
  const points = thin(result.points, MOST_POINTS);
  if (points.length === 0) return "";
  const range = rangeOf(points, measure);
  const scale = scaleOf(points, range);
  const lines = LINES.map((line) => {
    const path = points.map((point) => `${scale.x(point.time)},${scale.y(point[line][measure])}`).join(" ");
    return `<polyline class="line ${line}" points="${path}"/>`;
  });
  return `<svg viewBox="0 0 ${BOX.width} ${BOX.height}" role="img" aria-label="${escapeHtml(title)}">${incidents(result, scale)}${grid(range, scale)}${executions(result, scale)}${lines.join("")}${lane(result, scale)}${times(points)}</svg>`;
}
