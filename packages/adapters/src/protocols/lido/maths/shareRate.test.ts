import { describe, expect, it } from "vitest";
import { E27, poolShareRateDown, requestShareRateDown } from "./shareRate.ts";

describe("share rates", () => {
  it.each([
    { totalPooledEther: 7_424_181_069_630_480_296_915n, rate: 1_237_157_318_718_626_944_995_000_833n },
    { totalPooledEther: 7_275_697_448_237_870_690_977n, rate: 1_212_414_172_344_254_406_095_150_808n },
    { totalPooledEther: 8_003_267_193_061_657_760_074n, rate: 1_333_655_589_578_679_846_704_549_241n },
  ])("the pool's with $totalPooledEther wei is $rate, as recorded", ({ totalPooledEther, rate }) => {
    expect(poolShareRateDown({ totalPooledEther, totalShares: 6_001n * 10n ** 18n })).toBe(rate);
  });

  it("a request's own is what it asks for a share", () => {
    expect(requestShareRateDown({ amountOfStETH: 3n, amountOfShares: 2n })).toBe((3n * E27) / 2n);
    expect(requestShareRateDown({ amountOfStETH: 2n, amountOfShares: 3n })).toBe((2n * E27) / 3n);
  });

  it("are not known without shares", () => {
    expect(() => requestShareRateDown({ amountOfStETH: 100n, amountOfShares: 0n })).toThrow("at least 1");
    expect(() => poolShareRateDown({ totalPooledEther: 1n, totalShares: 0n })).toThrow("at least 1");
  });
});
