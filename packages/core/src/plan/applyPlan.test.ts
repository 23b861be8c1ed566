import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { portfolioOf } from "../portfolio/portfolio.ts";
import { entryOf, exitOf, planOf } from "../testing/plans.ts";
import { CALM, contextOf, eth } from "../testing/world.ts";
import { rawAmount } from "../units/quantities.ts";
import { applyPlan } from "./applyPlan.ts";

const context = contextOf(CALM);
const exit = exitOf({ position: "lido:wstETH", spend: "100", expected: "119.9", atLeast: "119.7" });
const enter = entryOf({ position: "etherfi:weETH", spend: "119.7", expected: "113.9", atLeast: "113.7" });
const plan = planOf(context, { actions: [exit, enter] });

function values(at: "expected" | "atLeast") {
  const after = applyPlan(context.snapshot, { plan, at });
  return Object.fromEntries((after?.positions ?? []).map((held) => [held.position, held.value]));
}

describe("applyPlan", () => {
  test("at the quotes the exit leaves a little idle money", () => {
    expect(values("expected")).toEqual({
      "etherfi:weETH": eth("519.595"),
      "idle:WETH": eth("100.2"),
      "lido:wstETH": eth("380"),
    });
  });

  test("at the minimums it leaves none", () => {
    expect(values("atLeast")).toEqual({
      "etherfi:weETH": eth("519.385"),
      "idle:WETH": eth("100"),
      "lido:wstETH": eth("380"),
    });
  });

  test("money that was nowhere before is seen afterwards", () => {
    const positions = context.snapshot.positions.filter((held) => held.position !== "idle:WETH");
    const alone = planOf(context, { actions: [exit] });
    const after = applyPlan({ ...context.snapshot, positions }, { plan: alone, at: "atLeast" });
    expect(after?.positions.find((held) => held.position === "idle:WETH")).toMatchObject({
      value: eth("119.7"),
    });
  });

  test("a plan that spends more than there is has no after", () => {
    const greedy = planOf(context, {
      actions: [exitOf({ position: "lido:wstETH", spend: "417", expected: "500", atLeast: "499" })],
    });
    expect(applyPlan(context.snapshot, { plan: greedy, at: "expected" })).toBeNull();
  });

  test("nothing is created or lost: the whole falls by what the trades give up", () => {
    const amounts = fc.bigInt({ min: 10n ** 15n, max: 4n * 10n ** 20n });
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 9_900n, max: 10_000n }), (spend, paid) => {
        const received = rawAmount((spend * 12n * paid) / 100_000n);
        const sale = {
          ...exit,
          spend: { ...exit.spend, amount: rawAmount(spend) },
          receive: { ...exit.receive, expected: received, atLeast: received },
        };
        const one = planOf(context, { actions: [sale] });
        const after = applyPlan(context.snapshot, { plan: one, at: "expected" });
        const before = portfolioOf(context).total;
        const whole = after === null ? 0n : portfolioOf({ ...context, snapshot: after }).total;
        // Values round down, by less than one wei for each of the two positions that changed.
        const lost = before - whole - one.figures.tradingCost;
        expect(lost >= -1n && lost <= 2n).toBe(true);
      }),
    );
  });
});
