import { describe, expect, it } from "vitest";
import { stEthPerTokenDown } from "./stEthPerTokenDown.ts";

const totalShares = 6_001n * 10n ** 18n;

describe("stEthPerTokenDown", () => {
  it.each([
    { totalPooledEther: totalShares, rate: 10n ** 18n },
    { totalPooledEther: 7_408_641_908_490_100_000_000n, rate: 1_234_567_890_100_000_000n },
    { totalPooledEther: 7_410_671_673_396_535_643_835n, rate: 1_234_906_127_878_109_589n },
    { totalPooledEther: 7_275_697_448_237_870_690_977n, rate: 1_212_414_172_344_254_406n },
  ])("with $totalPooledEther wei pooled is $rate, as recorded", ({ totalPooledEther, rate }) => {
    expect(stEthPerTokenDown({ totalPooledEther, totalShares })).toBe(rate);
  });

  it("is not known of a pool without shares", () => {
    expect(() => stEthPerTokenDown({ totalPooledEther: 1n, totalShares: 0n })).toThrow("at least 1");
  });
});
