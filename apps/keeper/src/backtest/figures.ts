import {
  type BacktestResult,
  elapsed,
  formatBps,
  formatDecimal,
  formatDuration,
  type UnixSeconds,
} from "@ballast/core";

/** One portfolio over a run, as people read it. */
export type WorthRow = {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly endMarket: string;
  readonly change: string;
  readonly drawdown: string;
};

const NAMES = { ballast: "Ballast", hold: "Hold", equal: "Equal weight" } as const;

/** An amount of the base asset with four places, rounded down; `signed` puts a + before a gain. */
export function amountText(
  value: bigint,
  { symbol, signed = false }: { symbol: string; signed?: boolean },
): string {
  const sign = signed ? "changes" : "negative";
  return `${formatDecimal(value, { decimals: 18n, places: 4n, rounding: "down", sign })} ${symbol}`;
}

/** The three portfolios beside each other: worth at the start, at the end by both measures, change, drawdown. */
export function worthRows({ points, drawdown }: BacktestResult, symbol: string): readonly WorthRow[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  return (["ballast", "hold", "equal"] as const).map((name) => ({
    name: NAMES[name],
    start: amountText(first[name].accounting, { symbol }),
    end: amountText(last[name].accounting, { symbol }),
    endMarket: amountText(last[name].market, { symbol }),
    change: amountText(last[name].accounting - first[name].accounting, { symbol, signed: true }),
    drawdown: formatBps(drawdown[name]),
  }));
}

/** `after 2 h`, or `never`: when something happened, counted from a time. */
export function sinceText(from: UnixSeconds, time: UnixSeconds | null): string {
  return time === null ? "never" : `after ${formatDuration(elapsed(from, time))}`;
}
