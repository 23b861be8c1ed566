import { describe, expect, test } from "vitest";
import { exitOf, judgedPlan, planOf } from "../../testing/plans.ts";
import { CALM, contextOf, eth, type World } from "../../testing/world.ts";
import type { Bps, Seconds } from "../../units/brands.ts";
import { minimumNetGain } from "./minimumNetGain.ts";
import { payback } from "./payback.ts";

const context = contextOf(CALM);
const plan = planOf(context, {
  actions: [exitOf({ position: "lido:wstETH", spend: "10", expected: "11.99", atLeast: "11.97" })],
});

function judged({
  netGain,
  days,
  world = CALM,
  purpose = "rebalance",
}: {
  netGain: bigint;
  days: bigint | null;
  world?: World;
  purpose?: "rebalance" | "emergency-exit";
}) {
  const figures = { ...plan.figures, netGain, payback: days === null ? null : ((days * 86_400n) as Seconds) };
  return judgedPlan(contextOf(world), { plan, changes: { figures, purpose } });
}

/** wstETH is above its maximum, so a plan repairs a limit. */
const BROKEN: World = {
  ...CALM,
  policy: {
    universe: context.policy.universe.map((band) =>
      band.position === "lido:wstETH" ? { ...band, target: 1_000n as Bps, max: 4_000n as Bps } : band,
    ),
  },
};

describe("minimumNetGain", () => {
  test.each([
    { name: "exactly the minimum is enough", netGain: eth("0.1"), code: "enough-gain", effect: "none" },
    { name: "one wei less is not", netGain: eth("0.1") - 1n, code: "too-little-gain", effect: "hold" },
    { name: "a loss is not", netGain: -eth("5"), code: "too-little-gain", effect: "hold" },
  ])("$name", ({ netGain, code, effect }) => {
    const [found] = minimumNetGain.judge(judged({ netGain, days: 1n }));
    expect(found).toMatchObject({
      code,
      measured: { unit: "base-change", value: netGain },
      limit: { unit: "base", value: eth("0.1") },
    });
    expect(found?.effect.kind).toBe(effect);
  });

  test("a plan that repairs a limit owes no gain, nor does an emergency", () => {
    expect(minimumNetGain.judge(judged({ netGain: -1n, days: null, world: BROKEN }))[0]?.code).toBe(
      "no-gain-asked",
    );
    expect(
      minimumNetGain.judge(judged({ netGain: -1n, days: null, purpose: "emergency-exit" }))[0]?.code,
    ).toBe("no-gain-asked");
  });
});

describe("payback", () => {
  test.each([
    { name: "exactly the limit is in time", days: 30n, code: "pays-back", effect: "none" },
    { name: "a day later is too late", days: 31n, code: "pays-back-too-late", effect: "hold" },
    { name: "never is too late", days: null, code: "never-pays-back", effect: "hold" },
  ])("$name", ({ days, code, effect }) => {
    const [found] = payback.judge(judged({ netGain: eth("1"), days }));
    expect(found).toMatchObject({ code, limit: { unit: "seconds", value: 30n * 86_400n } });
    expect(found?.measured).toEqual(days === null ? null : { unit: "seconds", value: days * 86_400n });
    expect(found?.effect.kind).toBe(effect);
  });

  test("a plan that repairs a limit owes no payback, nor does an emergency", () => {
    expect(payback.judge(judged({ netGain: -1n, days: null, world: BROKEN }))[0]?.code).toBe(
      "no-payback-asked",
    );
    expect(payback.judge(judged({ netGain: -1n, days: null, purpose: "emergency-exit" }))[0]?.code).toBe(
      "no-payback-asked",
    );
  });
});
