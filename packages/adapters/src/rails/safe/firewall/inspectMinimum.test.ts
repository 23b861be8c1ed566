import type { Bps, RateReading } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ETHER, exitWstEth, RATES } from "../testing/sampleBatch.ts";
import { inspectMinimum } from "./inspectMinimum.ts";

const terms = (slippage: bigint, rates: readonly RateReading[] = RATES) => ({
  rates,
  slippage: slippage as Bps,
  call: 2n,
});
const codes = (spend: bigint, { atLeast, ...rest }: { atLeast: bigint } & ReturnType<typeof terms>) =>
  inspectMinimum(exitWstEth(spend, atLeast), rest).map(({ code }) => code);

describe("inspectMinimum", () => {
  it.each([
    // 100 wstETH at 1.2 are worth 120 WETH; half a percent less is 119.4.
    ["exactly at the limit passes", 119_400_000_000_000_000_000n, 50n, []],
    ["one wei under the limit is refused", 119_399_999_999_999_999_999n, 50n, ["minimum-below-rate"]],
    ["a wider limit lets a lower minimum pass", 116_400_000_000_000_000_000n, 300n, []],
    ["no slippage allowed means the full rate", 119_999_999_999_999_999_999n, 0n, ["minimum-below-rate"]],
    ["a limit above 100 % is no limit", 119_400_000_000_000_000_000n, 10_001n, ["limit"]],
    ["a limit below 0 is no limit", 119_400_000_000_000_000_000n, -1n, ["limit"]],
  ])("%s", (_, atLeast, slippage, expected) => {
    expect(codes(100n * ETHER, { atLeast, ...terms(slippage) })).toEqual(expected);
  });

  it.each<[string, readonly RateReading[]]>([
    ["no rate of what is spent", RATES.filter(({ asset }) => asset !== "wstETH")],
    ["no rate of what is received", RATES.filter(({ asset }) => asset !== "WETH")],
    ["a rate of zero", RATES.map((rate) => ({ ...rate, rate: 0n as typeof rate.rate }))],
    [
      "two rates that differ",
      [...RATES, ...RATES.map((rate) => ({ ...rate, rate: 5n as typeof rate.rate }))],
    ],
  ])("%s is not a pass", (_, rates) => {
    expect(codes(100n * ETHER, { atLeast: 10_000n * ETHER, ...terms(50n, rates) })).toEqual(["rate-missing"]);
  });

  it("names the lowest minimum that would pass, and that one does pass", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 24n), fc.bigInt(0n, 9_999n), (spend, slippage) => {
        const [violation] = inspectMinimum(exitWstEth(spend, 0n), terms(slippage));
        const lowest = BigInt(violation?.expected.replace("at least ", "") ?? "-1");
        expect(codes(spend, { atLeast: lowest, ...terms(slippage) })).toEqual([]);
        expect(codes(spend, { atLeast: lowest - 1n, ...terms(slippage) })).toEqual(["minimum-below-rate"]);
      }),
    );
  });
});
