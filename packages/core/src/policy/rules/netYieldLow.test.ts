import { describe, expect, test } from "vitest";
import { seriesFrom, withSeries } from "../../testing/figures.ts";
import { codes, findingWith } from "../../testing/judge.ts";
import { contextOf, eth, policyOf, WEETH, WSTETH } from "../../testing/world.ts";
import type { AssetId, Bps } from "../../units/brands.ts";
import type { Policy } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { netYieldLow } from "./netYieldLow.ts";

type Guard = NonNullable<Policy["guards"]["netYieldLow"]>;

/** wstETH yields 3.1 % or so, weETH what is asked. */
function world(weETH: string, guard: Partial<Guard> | null = null, value = "400"): RuleContext {
  const stakes = [WSTETH, { ...WEETH, yield: weETH, value }];
  const { guards } = policyOf(stakes);
  const netYieldLow: Guard = { margin: 0n as Bps, response: "notify", ...guard };
  return contextOf({
    stakes,
    idle: "100",
    policy: { guards: guard === null ? guards : { ...guards, netYieldLow } },
  });
}

const benchmark = "wstETH" as AssetId;

/** A fall of half a day ago that the guards' window of an hour does not see, over the yield window of a day. */
function longAgo(): RuleContext {
  const context = world("3");
  const rate = eth(WEETH.rate) as bigint;
  const policy = { ...context.policy, guards: { ...context.policy.guards, window: 3_600n as never } };
  return withSeries({ ...context, policy }, [
    seriesFrom("rate:weETH", { 24: rate + 10n ** 15n, 12: rate, 2: rate, 1: rate }),
  ]);
}

describe("netYieldLow", () => {
  test.each([
    {
      name: "any gain is enough without a benchmark",
      context: world("0.01"),
      code: "yield-earned",
      level: "ok",
    },
    { name: "nothing is no loss", context: world("0"), code: "yield-earned", level: "ok" },
    { name: "a loss", context: longAgo(), code: "yield-negative", level: "warning" },
    {
      name: "a loss because the rate fell in the window is another guard's",
      context: world("-2"),
      code: "yield-of-a-fallen-rate",
      level: "notice",
    },
    { name: "above the benchmark", context: world("4", { benchmark }), code: "yield-earned", level: "ok" },
    { name: "below it", context: world("3", { benchmark }), code: "yield-below-staking", level: "warning" },
    {
      name: "below it and within the margin",
      context: world("3", { benchmark, margin: 20n as Bps }),
      code: "yield-earned",
      level: "ok",
    },
    {
      name: "below it by more than the margin",
      context: world("2.8", { benchmark, margin: 20n as Bps }),
      code: "yield-below-staking",
      level: "warning",
    },
  ])("$name: $code", ({ context, code, level }) => {
    const [found] = netYieldLow
      .evaluate(context)
      .filter(({ subject }) => "id" in subject && subject.id === "etherfi:weETH");
    expect(found).toMatchObject({ code, level, effect: { kind: "none" }, measured: { unit: "wad" } });
  });

  test("the benchmark itself is not below itself", () => {
    expect(codes(netYieldLow, world("4", { benchmark }))["position:lido:wstETH"]).toBe("yield-earned");
  });

  test("the answer is the policy's", () => {
    const found = netYieldLow.evaluate(world("3", { benchmark, response: "exit" }));
    expect(found.map(({ code, effect }) => [code, effect.kind])).toEqual([
      ["yield-below-staking", "freeze-entries"],
      ["yield-earned", "none"],
      ["exit-asked", "reduce-to"],
    ]);
  });

  test("what is not held yields nothing that could be low", () => {
    expect(Object.keys(codes(netYieldLow, world("-2", {}, "0")))).toEqual(["position:lido:wstETH"]);
  });

  test("a yield, or a benchmark's, that is not known is unknown and freezes entries", () => {
    const blind = withSeries(world("4", { benchmark }), [seriesFrom("rate:weETH", {})]);
    expect(findingWith(netYieldLow, { context: blind, code: "yield-unknown" })).toMatchObject({
      level: "unknown",
      effect: { kind: "freeze-entries", positions: ["etherfi:weETH"] },
    });
    const without = world("4", { benchmark: "rETH" as AssetId });
    expect(codes(netYieldLow, without)).toEqual({
      "position:etherfi:weETH": "benchmark-unknown",
      "position:lido:wstETH": "benchmark-unknown",
    });
  });
});
