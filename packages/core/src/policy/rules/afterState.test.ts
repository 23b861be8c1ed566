import { describe, expect, test } from "vitest";
import { entryOf, exitOf, judgedPlan, planOf } from "../../testing/plans.ts";
import { CALM, contextOf, policyOf, type World } from "../../testing/world.ts";
import type { AssetId, Bps, Seconds, VenueId } from "../../units/brands.ts";
import type { Policy } from "../policy.ts";
import { afterState } from "./afterState.ts";

/** 100 idle of 1,000: 60 go into weETH, which then holds 460 or so. */
const enter = entryOf({ position: "etherfi:weETH", spend: "60", expected: "57.1", atLeast: "56.9" });

function world(policy: Partial<Policy>): World {
  return { ...CALM, policy };
}

function maxOf(position: string, max: bigint): Partial<Policy> {
  const { universe } = policyOf(CALM.stakes);
  return {
    universe: universe.map((band) => (band.position === position ? { ...band, max: max as Bps } : band)),
  };
}

const roomy: Partial<Policy> = { liquidity: [] };
const { caps } = policyOf(CALM.stakes);

const cases: readonly { name: string; policy: Partial<Policy>; codes: readonly string[] }[] = [
  { name: "a plan inside every limit breaks none", policy: roomy, codes: ["no-new-breach"] },
  {
    name: "a plan beyond a band breaks it",
    policy: { ...roomy, ...maxOf("etherfi:weETH", 4_500n) },
    codes: ["breaks-position-band"],
  },
  {
    name: "a plan beyond a cap breaks it",
    policy: {
      ...roomy,
      caps: {
        protocols: caps.protocols.map((cap) => ({
          ...cap,
          max: (cap.venue === "etherfi" ? 4_500n : 7_000n) as Bps,
        })),
      },
    },
    codes: ["breaks-protocol-cap"],
  },
  {
    name: "a plan beyond an asset's cap breaks it",
    policy: { ...roomy, caps: { ...caps, assets: [{ asset: "weETH" as AssetId, max: 4_500n as Bps }] } },
    codes: ["breaks-asset-cap"],
  },
  {
    name: "a plan that takes idle money below its minimum breaks that",
    policy: {
      ...roomy,
      universe: policyOf(CALM.stakes).universe.map((band) =>
        band.position === "idle:WETH" ? { ...band, min: 900n as Bps } : band,
      ),
    },
    codes: ["breaks-position-band"],
  },
  {
    name: "an entry out of idle money that is below its minimum already breaks it further",
    policy: {
      ...roomy,
      universe: policyOf(CALM.stakes).universe.map((band) =>
        band.position === "idle:WETH" ? { ...band, min: 2_000n as Bps } : band,
      ),
    },
    codes: ["breaks-position-band"],
  },
  {
    name: "an entry that takes from a ladder that is short already breaks it further",
    policy: { liquidity: [{ share: 9_999n as Bps, within: 60n as Seconds }] },
    codes: ["breaks-liquidity-ladder"],
  },
  {
    name: "an entry into a venue above its cap already breaks that further",
    policy: {
      ...roomy,
      caps: { protocols: [{ venue: "etherfi" as VenueId, max: 3_500n as Bps }] },
    },
    codes: ["breaks-protocol-cap"],
  },
  {
    name: "a limit that was broken before is not a new breach",
    policy: { ...roomy, ...maxOf("etherfi:weETH", 3_500n) },
    codes: ["no-new-breach"],
  },
];

describe("afterState", () => {
  test.each(cases)("$name", ({ policy, codes }) => {
    const context = contextOf(world(policy));
    const found = afterState.judge(judgedPlan(context, { plan: planOf(context, { actions: [enter] }) }));
    expect(found.map((each) => each.code)).toEqual(codes);
    expect(found[0]?.level).toBe(codes[0] === "no-new-breach" ? "ok" : "critical");
  });

  test("a limit that only the minimums break is a breach too", () => {
    // At the quote wstETH stays below 50.25 % of what is left; at the minimum the whole has shrunk too much for it.
    const context = contextOf(world({ ...roomy, ...maxOf("lido:wstETH", 5_002n) }));
    const lossy = exitOf({ position: "etherfi:weETH", spend: "200", expected: "209.9", atLeast: "209" });
    const fine = exitOf({ position: "etherfi:weETH", spend: "200", expected: "209.9", atLeast: "209.8" });
    const judged = (action: typeof lossy) =>
      afterState.judge(judgedPlan(context, { plan: planOf(context, { actions: [action] }) }));
    expect(judged(fine).map((each) => each.code)).toEqual(["no-new-breach"]);
    expect(judged(lossy).map((each) => each.code)).toEqual(["breaks-position-band"]);
  });

  test("a plan that spends more than is held is refused", () => {
    const context = contextOf(world(roomy));
    const greedy = entryOf({
      position: "etherfi:weETH",
      spend: "100.000000000000000001",
      expected: "95",
      atLeast: "95",
    });
    const found = afterState.judge(judgedPlan(context, { plan: planOf(context, { actions: [greedy] }) }));
    expect(found.map((each) => [each.code, each.level])).toEqual([["spends-more-than-held", "critical"]]);
  });

  test("liquidity that the plan spends is missed", () => {
    const thin = {
      stakes: CALM.stakes.map((stake) => ({ ...stake, depth: "1", fee: 10_000n })),
      idle: "100",
    };
    const context = contextOf({
      ...thin,
      policy: { liquidity: [{ share: 900n as Bps, within: 0n as never }] },
    });
    const found = afterState.judge(judgedPlan(context, { plan: planOf(context, { actions: [enter] }) }));
    expect(found.map((each) => each.code)).toEqual(["breaks-liquidity-ladder"]);
  });

  test("an emergency is told of it and not held up", () => {
    const context = contextOf(world({ ...roomy, ...maxOf("idle:WETH", 2_000n) }));
    const exit = exitOf({ position: "etherfi:weETH", spend: "300", expected: "314", atLeast: "312" });
    const plan = planOf(context, { actions: [exit], purpose: "emergency-exit" });
    const found = afterState.judge(judgedPlan(context, { plan }));
    expect(found.map((each) => [each.code, each.level])).toEqual([["breaks-position-band", "warning"]]);
  });
});
