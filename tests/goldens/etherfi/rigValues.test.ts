import { describe, expect, it } from "vitest";
import { GoldenUnreadable } from "../GoldenUnreadable.ts";
import { rigValues } from "./rigValues.ts";

const text =
  "exit fee 30 bps (ETH) and 10 bps (stETH), treasury split 1000 bps, low watermark 1% (ETH), min/max withdraw 0.01/5000 ETH: NOT mainnet values";

describe("the sentence of a file's parameters", () => {
  it("is read figure by figure; a watermark that is not stated is none", () => {
    expect(rigValues(text)).toEqual({
      minWithdraw: 10n ** 16n,
      maxWithdraw: 5_000n * 10n ** 18n,
      treasurySplitBps: 1_000n,
      exitFeeBps: { ETH: 30n, stETH: 10n },
      lowWatermarkBps: { ETH: 100n, stETH: 0n },
    });
  });

  it("may have other figures, and both watermarks", () => {
    const other = text
      .replace("30 bps", "125 bps")
      .replace("1% (ETH)", "0.25% (ETH) and 3% (stETH)")
      .replace("0.01/5000", "1/12.5");
    expect(rigValues(other)).toMatchObject({
      minWithdraw: 10n ** 18n,
      maxWithdraw: 12_500_000_000_000_000_000n,
      exitFeeBps: { ETH: 125n, stETH: 10n },
      lowWatermarkBps: { ETH: 25n, stETH: 300n },
    });
  });

  it.each([
    ["exit fee 30 bps (ETH)", "the exit fee for ether"],
    ["and 10 bps (stETH)", "the exit fee for stETH"],
    ["treasury split 1000 bps", "the treasury's split"],
    ["min/max withdraw 0.01/5000 ETH", "the least request"],
  ])("without %s is unreadable", (part, what) => {
    const read = () => rigValues(text.replace(part, ""));
    expect(read).toThrow(GoldenUnreadable);
    expect(read).toThrow(what);
  });

  it("with a figure that is none is unreadable", () => {
    expect(() => rigValues(text.replace("0.01/", "0.0.1/"))).toThrow("no number");
    expect(() => rigValues(text.replace("30 bps", "10001 bps"))).toThrow("more than the whole");
  });
});
