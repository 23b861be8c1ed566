import { formatTime, parseTime, type TapeLine, type UnixSeconds } from "@ballast/core";

const STEPS = 1_460;
const PACE = 21_600n;
const START = parseTime("2024-01-01");
const RATE = 10n ** 18n;
const YEAR = 31_536_000n;
/** Lone closes below 0.99 in quiet years, one on each: 2023-07-08 and 2024-01-29 of daily stETH closes. */
const LONE: ReadonlyMap<number, bigint> = new Map([
  [400, 9_877n],
  [900, 9_870n],
]);

/** A price 0 to 40 bps below the rate, wandering by at most 5 at a step: a linear congruential generator (Knuth, MMIX), so always the same. */
function* discounts(): Generator<bigint> {
  let [state, discount] = [1n, 10n];
  for (;;) {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    discount += ((state >> 33n) % 11n) - 5n;
    discount = discount < 0n ? -discount : discount;
    discount = discount > 40n ? 80n - discount : discount;
    yield discount;
  }
}

function decimal(value: bigint): string {
  return `${value / RATE}.${(value % RATE).toString().padStart(18, "0")}`;
}

/**
 * A year in which nothing happens, every six hours: two assets that grow by 3 % a year and sell up to 0.4 % below their rates, with two lone samples beyond 1 % as
 * daily closes of stETH had them. Every alarm in it is a false one.
 */
export function quietTape(): readonly TapeLine[] {
  const walk = discounts();
  const at = (step: number) => formatTime((START + BigInt(step) * PACE) as UnixSeconds);
  const once = [
    ["synthetic", "a quiet year, made: no incident is in it"],
    ["base-fee", "10"],
    ["depth:weETH", "20000"],
    ["depth:wstETH", "40000"],
    ["queue:lido:wstETH", "5d"],
    ["queue:etherfi:weETH", "7d"],
    ["figure:etherfi:tvl", "1000000"],
    ["figure:lido:tvl", "1000000"],
  ] as const;
  const steps = Array.from({ length: STEPS }, (_, step) => {
    const rate = RATE + (RATE * 3n * BigInt(step) * PACE) / (100n * YEAR);
    return ["weETH", "wstETH"].flatMap((asset) => {
      const discount = walk.next().value ?? 0n;
      const share = asset === "wstETH" ? (LONE.get(step) ?? 10_000n - discount) : 10_000n - discount;
      return [
        { time: at(step), series: `rate:${asset}`, value: decimal(rate) },
        { time: at(step), series: `price:${asset}`, value: decimal((rate * share) / 10_000n) },
      ];
    });
  });
  return [...once.map(([series, value]) => ({ time: at(0), series, value })), ...steps.flat()];
}
