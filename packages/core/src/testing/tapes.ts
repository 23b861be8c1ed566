import type { BacktestSpec } from "../backtest/run/backtest.ts";
import { formatTime } from "../backtest/tape/formatTime.ts";
import { parseTape } from "../backtest/tape/parseTape.ts";
import type { Tape, TapeLine } from "../backtest/tape/tape.ts";
import { writeTape } from "../backtest/tape/writeTape.ts";
import type { Policy } from "../policy/policy.ts";
import type { BaseUnits, Seconds, UnixSeconds } from "../units/brands.ts";
import { formatExact } from "../units/formatExact.ts";
import { allocate } from "./solveWith.ts";
import { eth, policyOf, WEETH, WSTETH } from "./world.ts";

export const TAPE_START = 1_713_916_800n as UnixSeconds;
const YEAR = 31_536_000n;

/** One asset of a generated tape. Rates grow by `yield` per cent a year; `price` is the market in basis points of the rate, `backing` the rate in those of what it grew to. */
export type TapeAsset = {
  readonly asset: string;
  readonly rate: string;
  readonly yield: bigint;
  readonly depth: string;
  readonly price?: (hour: number) => bigint;
  readonly backing?: (hour: number) => bigint;
};

export const QUIET_ASSETS: readonly TapeAsset[] = [
  { asset: "weETH", rate: "1.05", yield: 3n, depth: "20000" },
  { asset: "wstETH", rate: "1.2", yield: 3n, depth: "40000" },
];

/** A line `hour` hours after the start. */
export function lineAt(hour: number, [series, value]: readonly [string, string]): TapeLine {
  return { time: formatTime((TAPE_START + BigInt(hour) * 3_600n) as UnixSeconds), series, value };
}

function assetLines(each: TapeAsset, hour: number): TapeLine[] {
  const start = eth(each.rate);
  const grown = start + (start * each.yield * BigInt(hour) * 3_600n) / (100n * YEAR);
  const rate = (grown * (each.backing?.(hour) ?? 10_000n)) / 10_000n;
  const price = (rate * (each.price?.(hour) ?? 10_000n)) / 10_000n;
  return [
    lineAt(hour, [`rate:${each.asset}`, formatExact(rate, 18n)]),
    lineAt(hour, [`price:${each.asset}`, formatExact(price, 18n)]),
  ];
}

/** An hourly tape of some assets, with gas and a feed, and whatever lines are added. */
export function hourlyLines(
  hours: number,
  { assets = QUIET_ASSETS, more = [] }: { assets?: readonly TapeAsset[]; more?: readonly TapeLine[] } = {},
): readonly TapeLine[] {
  const once = [
    ["hold:etherfi:weETH", "380"],
    ["hold:lido:wstETH", "420"],
    ["hold:idle:WETH", "100"],
    ["base-fee", "10"],
    ["heartbeat:stETH/ETH", "30d"],
    ["feed:stETH/ETH", "1"],
    ...assets.map(({ asset, depth }) => [`depth:${asset}`, depth] as const),
  ] as const;
  const said = new Set(more.map(({ time, series }) => `${time} ${series}`));
  const lines = Array.from({ length: hours }, (_, hour) => assets.flatMap((each) => assetLines(each, hour)));
  return [
    ...[...once.map((each) => lineAt(0, each)), ...lines.flat()].filter(
      ({ time, series }) => !said.has(`${time} ${series}`),
    ),
    ...more,
  ];
}

export function tapeOf(lines: readonly TapeLine[]): Tape {
  const parsed = parseTape(writeTape(lines));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.tape;
}

/** A run of the usual policy over some lines, signed within four hours. */
export function specOf(
  lines: readonly TapeLine[],
  { policy = {}, ...changes }: Partial<Omit<BacktestSpec, "policy">> & { policy?: Partial<Policy> } = {},
): BacktestSpec {
  return {
    policy: policyOf([WSTETH, WEETH], policy),
    tape: tapeOf(lines),
    allocate,
    signerDelays: [14_400n as Seconds],
    seed: 1n,
    every: null,
    startValue: eth("1000") as BaseUnits,
    assumeFeeds: false,
    ...changes,
  };
}
