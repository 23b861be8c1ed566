import { describe, expect, test } from "vitest";
import type { Plan } from "../../plan/types.ts";
import { exitOf, judgedPlan, planOf } from "../../testing/plans.ts";
import { CALM, contextOf, eth, policyOf } from "../../testing/world.ts";
import type { BaseUnits, Bps } from "../../units/brands.ts";
import type { Policy } from "../policy.ts";
import type { PlanContext } from "../rule.ts";
import { gasShareOfGain } from "./gasShareOfGain.ts";

const { costs, universe } = policyOf(CALM.stakes);
const exit = exitOf({ position: "lido:wstETH", spend: "10", expected: "11.99", atLeast: "11.97" });

/** A plan whose gain is one ether, at most a quarter for gas. */
function judged({
  gas,
  gain = eth("1"),
  purpose = "rebalance",
  policy = {},
}: {
  gas: bigint;
  gain?: bigint;
  purpose?: Plan["purpose"];
  policy?: Partial<Policy>;
}): PlanContext {
  const context = contextOf({
    ...CALM,
    policy: { costs: { ...costs, gasShareOfGain: 2_500n as Bps }, ...policy },
  });
  const plan = planOf(context, { actions: [exit] });
  const figures = { ...plan.figures, gasCost: gas as BaseUnits, grossGain: gain };
  return judgedPlan(context, { plan, changes: { figures, purpose } });
}

describe("gasShareOfGain", () => {
  test.each([
    { name: "below the limit", gas: eth("0.1"), code: "gas-share-within", share: 1_000n, effect: "none" },
    { name: "exactly at it", gas: eth("0.25"), code: "gas-share-within", share: 2_500n, effect: "none" },
    { name: "one wei above", gas: eth("0.25") + 1n, code: "gas-share-above", share: 2_501n, effect: "hold" },
    { name: "more than all of it", gas: eth("2"), code: "gas-share-above", share: 20_000n, effect: "hold" },
    { name: "no gas", gas: 0n, code: "gas-share-within", share: 0n, effect: "none" },
  ])("$name: $code", ({ gas, code, share, effect }) => {
    const [found] = gasShareOfGain.judge(judged({ gas }));
    expect(found).toMatchObject({
      code,
      measured: { unit: "bps", value: share },
      limit: { unit: "bps", value: 2_500n },
      effect: { kind: effect },
    });
  });

  test.each([0n, -1n])("of a gain of %s no gas is a share", (gain) => {
    const [found] = gasShareOfGain.judge(judged({ gas: 1n, gain }));
    expect(found).toMatchObject({ code: "no-gain-for-gas", measured: null, effect: { kind: "hold" } });
  });

  test("a repair, an emergency and a claim owe no gain", () => {
    const low = universe.map((band) =>
      band.position === "lido:wstETH" ? { ...band, target: 1_000n as Bps, max: 4_000n as Bps } : band,
    );
    for (const given of [
      judged({ gas: eth("9"), policy: { universe: low } }),
      judged({ gas: eth("9"), purpose: "emergency-exit" }),
      judged({ gas: eth("9"), purpose: "claim" }),
    ]) {
      expect(gasShareOfGain.judge(given)).toMatchObject([{ code: "no-gas-share-asked", level: "ok" }]);
    }
  });

  test("a policy without the limit asks for nothing", () => {
    expect(gasShareOfGain.judge(judged({ gas: eth("9"), policy: { costs } }))).toEqual([]);
  });
});
