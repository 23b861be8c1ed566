import { describe, expect, it } from "vitest";
import { RECORDED } from "../../../testing/etherfiTotals.ts";
import { rateDown } from "./rateDown.ts";

describe("the rate of weETH", () => {
  it.each([
    ["nothing is pooled", { pooled: 0n, shares: 0n }, 0n],
    ["at par", { pooled: 5n, shares: 5n }, 10n ** 18n],
    ["before a deposit", RECORDED.beforeDeposit, 1_029_442_979_778_851_037n],
    ["after it, the same", RECORDED.afterDeposit, 1_029_442_979_778_851_037n],
    ["after rewards", RECORDED.atFirstFinalisation, 1_031_240_277_035_455_376n],
    ["after a loss", RECORDED.afterLoss, 1_009_530_696_142_571_479n],
  ])("%s, as recorded", (_what, totals, rate) => {
    expect(rateDown(totals)).toBe(rate);
  });
});
