import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryOf, exitOf, planOf } from "../testing/plans.ts";
import { CALM, contextOf, eth, WEETH, WSTETH } from "../testing/world.ts";
import { expectedChanges } from "./expectedChanges.ts";
import { gasCost, gasUnits } from "./gasEstimate.ts";

const PARTS = { claims: [], actions: [], requests: [] };
const context = contextOf({ stakes: [WSTETH, { ...WEETH, yield: "9" }], idle: "100" });
/** 100 wstETH worth 120 ether become weETH by way of WETH. */
const exit = exitOf({ position: "lido:wstETH", spend: "100", expected: "119.9", atLeast: "119.7" });
const enter = entryOf({ position: "etherfi:weETH", spend: "119.7", expected: "113.9", atLeast: "113.7" });
const { figures } = planOf(context, { actions: [exit, enter] });

/** Ether to six decimals, towards zero: what a person with a pocket calculator would compare. */
function near(value: bigint): string {
  return (Number(value / 10n ** 10n) / 1e8).toFixed(6);
}

describe("planFigures", () => {
  test("turnover is the value that leaves positions", () => {
    expect(figures.turnover).toBe(eth("120"));
  });

  test("trading cost is the accounting value given up at the quotes", () => {
    // Exit: 120 − 119.9 = 0.1. Entry: 119.7 − 113.9 × 1.05 = 119.7 − 119.595 = 0.105.
    expect(figures.tradingCost).toBe(eth("0.205"));
  });

  test("gas is the estimate at the block's fees", () => {
    // 150,000 + 2 × 220,000 = 590,000 gas at 11 gwei.
    expect(figures.gasCost).toBe(590_000n * 11n * 10n ** 9n);
    expect(figures.cost).toBe(figures.tradingCost + figures.gasCost);
  });

  test("gross gain is the change of each position times its yield over the horizon", () => {
    // −120 × 3.1 % + 119.595 × 9 % = −3.72 + 10.76355 = 7.04355 a year; × 90 ÷ 365 = 1.736766.
    // The yields are measured on a start a hair below the present rate, so a little above 3.1 and 9.
    expect(Number(near(figures.grossGain))).toBeCloseTo(1.736766, 2);
    expect(figures.netGain).toBe(figures.grossGain - figures.cost);
  });

  test("payback is the cost over the steady gain, rounded up to the second", () => {
    const exact = (figures.cost * figures.horizon) / figures.grossGain;
    expect(figures.payback).toBe(exact + 1n);
  });

  test("yields are weighted by value, before and after", () => {
    // (500 × 3.1 + 400 × 9 + 100 × 0) ÷ 1000 = 5.15 %; after: (380 × 3.1 + 519.595 × 9 + 100.2 × 0) ÷ 999.795 = 5.8556 %.
    const percent = (value: bigint | null) => Number((value ?? 0n) / 10n ** 12n) / 1e4;
    expect(percent(figures.yieldBefore)).toBeCloseTo(5.15, 2);
    expect(percent(figures.yieldAfter)).toBeCloseTo(5.8556, 2);
  });

  test("the worst loss is what the minimums give up", () => {
    // 120 − 119.7 = 0.3; 119.7 − 113.7 × 1.05 = 0.315.
    expect(figures.worstLoss).toBe(eth("0.615"));
  });

  test("a market above the rate is free, not a gain, and does not pay for another trade", () => {
    const cheap = entryOf({ position: "etherfi:weETH", spend: "119.7", expected: "120", atLeast: "119" });
    const plan = planOf(context, { actions: [exit, cheap] });
    expect(plan.figures.tradingCost).toBe(eth("0.1"));
    expect(plan.figures.worstLoss).toBe(eth("0.3"));
  });

  test("a plan that gains nothing never pays back", () => {
    const plan = planOf(context, { actions: [exit] });
    expect(plan.figures.grossGain < 0n).toBe(true);
    expect(plan.figures.payback).toBeNull();
  });

  test("idle money that entries take beyond what exits guarantee is turnover too", () => {
    const more = entryOf({ position: "etherfi:weETH", spend: "129.7", expected: "123.4", atLeast: "123.2" });
    expect(planOf(context, { actions: [exit, more] }).figures.turnover).toBe(eth("130"));
    expect(planOf(context, { actions: [more] }).figures.turnover).toBe(eth("129.7"));
  });

  test("an account with a holding of unknown yield has no known yield", () => {
    const blind = { ...context, history: { ...context.history, series: [] } };
    const plan = planOf(blind, { actions: [exit] });
    expect([plan.figures.yieldBefore, plan.figures.yieldAfter]).toEqual([null, null]);
  });

  test("an empty account yields nothing", () => {
    const empty = contextOf({ stakes: [{ ...WSTETH, value: "0" }], idle: "0" });
    expect(planOf(empty, { actions: [] }).figures).toMatchObject({
      yieldBefore: 0n,
      turnover: 0n,
      payback: null,
    });
  });
});

describe("gasEstimate", () => {
  test("the fees are the base fee and the priority fee", () => {
    const gas = { baseFee: 7n, priorityFee: 2n, source: { kind: "header", field: "baseFeePerGas" } } as const;
    expect(gasCost(gasUnits(PARTS), gas)).toBe(150_000n * 9n);
    expect(gasUnits({ ...PARTS, actions: [exit, enter, exit] })).toBe(810_000n);
  });
});

describe("expectedChanges", () => {
  const { expected } = planOf(context, { actions: [exit, enter] });

  test("what is spent is exact, what is received has bounds, what is left stays as WETH", () => {
    expect(expected).toEqual([
      // The exit brings 119.7 to 119.9 × 1.005; the entry takes 119.7.
      { asset: "WETH", atLeast: 0n, atMost: eth("0.7995") },
      { asset: "weETH", atLeast: eth("113.7"), atMost: eth("114.4695") },
      { asset: "wstETH", atLeast: -eth("100"), atMost: -eth("100") },
    ]);
  });

  test("whatever the swaps pay between their minimums and quotes, every balance is inside its bounds", () => {
    const part = fc.bigInt({ min: 0n, max: 10_000n });
    fc.assert(
      fc.property(part, part, (a, b) => {
        const paid = (low: bigint, high: bigint, at: bigint) => low + ((high - low) * at) / 10_000n;
        const changes = new Map<string, bigint>([
          ["wstETH", -exit.spend.amount],
          ["WETH", paid(exit.receive.atLeast, exit.receive.expected, a) - enter.spend.amount],
          ["weETH", paid(enter.receive.atLeast, enter.receive.expected, b)],
        ]);
        for (const { asset, atLeast, atMost } of expected) {
          const change = changes.get(asset) ?? 0n;
          expect(atLeast <= change && change <= atMost).toBe(true);
        }
      }),
    );
  });

  test("a plan of nothing changes nothing", () => {
    expect(expectedChanges(PARTS, contextOf(CALM).policy.costs.slippage)).toEqual([]);
  });
});
