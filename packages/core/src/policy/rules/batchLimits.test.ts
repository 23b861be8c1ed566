import { describe, expect, test } from "vitest";
import { entryOf, exitOf, judgedPlan, planOf } from "../../testing/plans.ts";
import { CALM, contextOf, eth } from "../../testing/world.ts";
import { batchLimits } from "./batchLimits.ts";
import { minimumTrade } from "./minimumTrade.ts";

const exit = exitOf({ position: "lido:wstETH", spend: "10", expected: "11.99", atLeast: "11.97" });
const entry = entryOf({ position: "etherfi:weETH", spend: "11.97", expected: "11.39", atLeast: "11.36" });

function judged(batch: { maxCalls: bigint; maxGas: bigint }) {
  const context = contextOf({ ...CALM, policy: { batch } });
  return judgedPlan(context, { plan: planOf(context, { actions: [exit, entry] }) });
}

describe("batchLimits", () => {
  test("two swaps are five calls and 590,000 gas", () => {
    const found = batchLimits.judge(judged({ maxCalls: 5n, maxGas: 590_000n }));
    expect(found.map((each) => [each.code, each.measured?.value])).toEqual([
      ["within-calls", 5n],
      ["within-gas", 590_000n],
    ]);
  });

  test("one more than the limit is refused, for each by itself", () => {
    expect(batchLimits.judge(judged({ maxCalls: 4n, maxGas: 590_000n })).map((each) => each.code)).toEqual([
      "too-many-calls",
      "within-gas",
    ]);
    const found = batchLimits.judge(judged({ maxCalls: 5n, maxGas: 589_999n }));
    expect(found.map((each) => [each.code, each.level])).toEqual([
      ["within-calls", "ok"],
      ["too-much-gas", "critical"],
    ]);
  });
});

describe("minimumTrade", () => {
  const least = (text: string) =>
    contextOf({ ...CALM, policy: { pace: { ...contextOf(CALM).policy.pace, minimumTrade: eth(text) } } });

  test.each([
    { name: "a swap worth the minimum is large enough", minimum: "12", codes: ["large-enough"] },
    {
      name: "a swap worth one wei less is too small",
      minimum: "12.000000000000000001",
      codes: ["too-small"],
    },
  ])("$name", ({ minimum, codes }) => {
    const context = least(minimum);
    const found = minimumTrade.judge(judgedPlan(context, { plan: planOf(context, { actions: [exit] }) }));
    expect(found.map((each) => each.code)).toEqual(codes);
    expect(found[0]?.measured).toEqual({ unit: "base", value: eth("12") });
  });

  test("an emergency sells what there is", () => {
    const context = least("500");
    const plan = planOf(context, { actions: [exit], purpose: "emergency-exit" });
    expect(minimumTrade.judge(judgedPlan(context, { plan })).map((each) => each.code)).toEqual([
      "large-enough",
    ]);
  });

  test("a swap of an asset without a rate has no known size", () => {
    const context = contextOf(CALM);
    const stray = exitOf({ position: "rocketpool:rETH", spend: "1", expected: "1", atLeast: "1" });
    const found = minimumTrade.judge(judgedPlan(context, { plan: planOf(context, { actions: [stray] }) }));
    expect(found.map((each) => [each.code, each.level])).toEqual([["size-unknown", "unknown"]]);
  });
});
