import { describe, expect, test } from "vitest";
import type { Policy } from "../policy/policy.ts";
import { decideFor, proposedPlan } from "../testing/decideFor.ts";
import { contextOf, eth, policyOf, SIZES, type Stake, WEETH, WSTETH } from "../testing/world.ts";
import type { Bps } from "../units/brands.ts";

/**
 * The same figures by another path: floating-point arithmetic on whole ether, straight from the pool's formula, with no function of
 * the engine. It agrees to nine digits, which is all that a double holds of such sums.
 */
const DAYS = 90;
const TOLERANCE = 0.998;
/** A size may cost three quarters of the ceiling of half a per cent, in whole basis points. */
const SIZED = 0.9963;
const GAS_PRICE = 11e-9;

const stakesOf = (yieldText: string, depth: string): readonly [Stake, Stake] => [
  { ...WSTETH, depth: "80000" },
  { ...WEETH, yield: yieldText, depth },
];

/** Idle money is kept; both positions may move freely. */
function policyFor(stakes: readonly Stake[]): Partial<Policy> {
  const universe = policyOf(stakes).universe.map((band) =>
    band.position === "idle:WETH"
      ? { ...band, min: 1_000n as Bps, target: 1_000n as Bps, max: 1_200n as Bps }
      : { ...band, max: 9_000n as Bps },
  );
  return { universe, liquidity: [], caps: { protocols: [] } };
}

/** What the pool's quotes pay for `value` ether's worth, in ether's worth: straight lines between constant-product quotes. */
function paid(value: number, { depth, fee = 100n }: Stake): number {
  const reserve = Number(depth);
  const quote = (size: number) => {
    const after = size * (1 - Number(fee) / 1e6);
    return (reserve * after) / (reserve + after);
  };
  const sizes = [0, ...SIZES.map(Number)];
  const next = sizes.findIndex((size) => size >= value);
  const [low, high] = [sizes[next - 1] ?? 0, sizes[next] ?? 0];
  return high === low ? 0 : quote(low) + ((quote(high) - quote(low)) * (value - low)) / (high - low);
}

/** Yield per year as the engine measures it: growth of a day over the rate a day ago, times 365. */
function measuredYield(percent: string): number {
  const daily = Number(percent) / 100 / 365;
  return (daily / (1 - daily)) * 365;
}

/** What of a sale is sure at the least: the quote less its tolerance. */
const sure = (sold: number, stake: Stake) => paid(sold, stake) * TOLERANCE;

/** Every figure of selling `sold` ether's worth of the first position and spending `spent` of what it brings on the second. */
function byHand({ sold, spent }: { sold: number; spent: number }, [from, to]: readonly [Stake, Stake]) {
  const got = paid(sold, from);
  const bought = paid(spent, to);
  const least = Math.max(bought * TOLERANCE, spent * 0.995);
  const [yieldFrom, yieldTo] = [measuredYield(from.yield), measuredYield(to.yield)];
  const tradingCost = sold - got + (spent - bought);
  const gasCost = (150_000 + 2 * 220_000) * GAS_PRICE;
  const grossGain = ((bought * yieldTo - sold * yieldFrom) * DAYS) / 365;
  const before = (Number(from.value) * yieldFrom + Number(to.value) * yieldTo) / 1_000;
  const whole = 1_000 - tradingCost;
  const after = ((Number(from.value) - sold) * yieldFrom + (Number(to.value) + bought) * yieldTo) / whole;
  return {
    turnover: sold,
    tradingCost,
    gasCost,
    cost: tradingCost + gasCost,
    grossGain,
    netGain: grossGain - tradingCost - gasCost,
    payback: ((tradingCost + gasCost) * DAYS * 86_400) / grossGain,
    yieldBefore: before,
    yieldAfter: after,
    worstLoss: sold - Math.max(got * TOLERANCE, sold * 0.995) + (spent - least),
  };
}

const ether = (value: bigint) => Number(value) / 1e18;

function engine(stakes: readonly [Stake, Stake]) {
  const plan = proposedPlan(decideFor(contextOf({ stakes, idle: "100", policy: policyFor(stakes) })));
  const { figures } = plan;
  return {
    plan,
    figures: {
      turnover: ether(figures.turnover),
      tradingCost: ether(figures.tradingCost),
      gasCost: ether(figures.gasCost),
      cost: ether(figures.cost),
      grossGain: ether(figures.grossGain),
      netGain: ether(figures.netGain),
      payback: Number(figures.payback),
      yieldBefore: ether(figures.yieldBefore ?? 0n),
      yieldAfter: ether(figures.yieldAfter ?? 0n),
      worstLoss: ether(figures.worstLoss),
    },
  };
}

const shifts = ["8", "12", "20", "60"];
const depths = ["10000", "20000", "40000", "160000"];
const cases = shifts.flatMap((yieldText) => depths.map((depth) => ({ yieldText, depth })));

describe("the figures of a proposal", () => {
  test.each(cases)(
    "match a hand calculation at a yield of $yieldText % and a pool of $depth ETH",
    ({ yieldText, depth }) => {
      const stakes = stakesOf(yieldText, depth);
      const { plan, figures } = engine(stakes);
      expect(plan.actions.map((action) => [action.kind, action.position])).toEqual([
        ["exit", "lido:wstETH"],
        ["enter", "etherfi:weETH"],
      ]);
      const sold = (ether(plan.actions[0]?.spend.amount ?? 0n) * Number(eth("1.2"))) / 1e18;
      const hand = byHand({ sold, spent: sure(sold, stakes[0]) }, stakes);
      for (const [name, value] of Object.entries(hand)) {
        const found = figures[name as keyof typeof figures];
        expect(Math.abs(found - value) / value, `${name}: ${found}, by hand ${value}`).toBeLessThan(
          name === "payback" ? 1e-5 : 1e-9,
        );
      }
    },
  );

  test.each(cases)(
    "are the best there are at a yield of $yieldText % and a pool of $depth ETH",
    ({ yieldText, depth }) => {
      const stakes = stakesOf(yieldText, depth);
      const { figures } = engine(stakes);
      // What the optimiser maximises: the net gain of the horizon. Every size up to the ceiling that pays back in thirty days, of which it keeps a thousandth back.
      const worth = (sold: number) => byHand({ sold, spent: sure(sold, stakes[0]) }, stakes).netGain;
      const isAllowed = (sold: number) => {
        const got = paid(sold, stakes[0]);
        if (byHand({ sold, spent: sure(sold, stakes[0]) }, stakes).payback > 30 * 86_400 * 0.999)
          return false;
        return got >= sold * SIZED && paid(got * TOLERANCE, stakes[1]) >= got * TOLERANCE * SIZED;
      };
      const sizes = Array.from({ length: 2_000 }, (_, index) => (index + 1) / 4).filter(isAllowed);
      const best = Math.max(...sizes.map(worth));
      expect(worth(figures.turnover)).toBeGreaterThanOrEqual(best * (1 - 1e-6));
    },
  );

  test("a wider shift and a deeper pool gain more", () => {
    const net = (yieldText: string, depth: string) => engine(stakesOf(yieldText, depth)).figures.netGain;
    expect(net("12", "20000")).toBeGreaterThan(net("8", "20000"));
    expect(net("12", "40000")).toBeGreaterThan(net("12", "20000"));
  });
});
