import { describe, expect, it } from "vitest";
import { withFigures } from "../../testing/figures.ts";
import { type Change, keptBy, suppressedBy } from "../../testing/tightness.ts";
import { troubled } from "../../testing/troubled.ts";
import { CALM, contextOf, eth, SHIFT, WEETH, WSTETH } from "../../testing/world.ts";
import type { Bps, Seconds } from "../../units/brands.ts";
import type { Policy } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { comparePolicies } from "./comparePolicies.ts";

type Edit = (policy: Policy) => Policy;
const bps = (value: bigint) => value as Bps;

/** A change from one edit of the context's policy to another. */
function change(context: RuleContext, { from, to }: { from: Edit; to: Edit }): Change {
  return { context, old: from(context.policy), now: to(context.policy) };
}

const same: Edit = (policy) => policy;
const costs =
  (changes: Partial<Policy["costs"]>): Edit =>
  (policy) => ({
    ...policy,
    costs: { ...policy.costs, ...changes },
  });
const guards =
  (changes: Partial<Policy["guards"]>): Edit =>
  (policy) => ({
    ...policy,
    guards: { ...policy.guards, ...changes },
  });
const band =
  (position: string, changes: Partial<Policy["universe"][number]>): Edit =>
  (policy) => ({
    ...policy,
    universe: policy.universe.map((each) => (each.position === position ? { ...each, ...changes } : each)),
  });

const [, exits] = troubled;
if (exits === undefined) throw new Error("one troubled account answers with exits");

/** weETH sells 2 % below its rate, and the rate itself is a little below its highest. */
function fallen(): RuleContext {
  const context = contextOf({
    stakes: [WSTETH, { ...WEETH, discount: 150n, yield: "-20", depth: "400000" }],
    idle: "100",
  });
  return {
    ...context,
    policy: guards({ marketDepeg: { ...context.policy.guards.marketDepeg, response: "exit" } })(
      context.policy,
    ),
  };
}

/** Nobody read the way to buy or sell weETH, of which nothing is held. */
function unquoted(): RuleContext {
  const context = contextOf({
    stakes: [WSTETH, { ...WEETH, value: "0" }, { ...WSTETH, position: "renzo:ezETH" }],
    idle: "300",
  });
  const curves = context.snapshot.curves.filter(
    ({ assetIn, assetOut }) => ![assetIn, assetOut].includes("weETH" as typeof assetIn),
  );
  return { ...context, snapshot: { ...context.snapshot, curves } };
}

describe("what would be wrong if it counted as tighter", () => {
  it("a higher quorum: an emergency exit halts", () => {
    const higher = change(exits, { from: same, to: guards({ sourceSilent: { quorum: 3n } }) });
    expect(comparePolicies(higher.old, higher.now).verdict).toBe("looser");
    expect(keptBy(higher)).not.toBe(null);
  });

  it("a lower emergency ceiling: less leaves, or nothing", () => {
    const lower = change(exits, {
      from: costs({ emergencySlippage: bps(500n) }),
      to: costs({ emergencySlippage: bps(1n) }),
    });
    expect(comparePolicies(lower.old, lower.now).verdict).toBe("looser");
    expect(keptBy(lower)).not.toBe(null);
  });

  it("fewer calls in a batch: an emergency exit does not fit", () => {
    const fewer = change(exits, {
      from: same,
      to: (policy) => ({ ...policy, batch: { ...policy.batch, maxCalls: 2n } }),
    });
    expect(comparePolicies(fewer.old, fewer.now).verdict).toBe("looser");
    expect(keptBy(fewer)).not.toBe(null);
  });

  it("a backing loss found earlier: the market guard's exit becomes a freeze", () => {
    const earlier = change(fallen(), {
      from: guards({ backingLoss: { threshold: bps(300n), response: "notify" } }),
      to: guards({ backingLoss: { threshold: bps(0n), response: "notify" } }),
    });
    expect(comparePolicies(earlier.old, earlier.now).verdict).toBe("looser");
    expect(keptBy(earlier)).toBe("etherfi:weETH");
  });

  it("a maximum of nothing: what was held back for a missing market is admitted", () => {
    const none = change(unquoted(), {
      from: band("etherfi:weETH", { max: bps(500n) }),
      to: band("etherfi:weETH", { max: bps(0n) }),
    });
    expect(comparePolicies(none.old, none.now).verdict).toBe("looser");
    expect(suppressedBy(none)).toBe("missing-data/route-unknown");
    const least = { ...none, now: band("etherfi:weETH", { max: bps(1n) })(none.old) };
    expect(comparePolicies(least.old, least.now).verdict).toBe("tighter");
    expect(suppressedBy(least)).toBe(null);
  });

  it("taking a position out: it is no longer brought below its maximum", () => {
    const out = change(contextOf(SHIFT), {
      from: band("etherfi:weETH", { max: bps(1_000n) }),
      to: (policy) => ({
        ...policy,
        universe: policy.universe.filter(({ position }) => position !== "etherfi:weETH"),
      }),
    });
    expect(comparePolicies(out.old, out.now).verdict).toBe("looser");
    expect(suppressedBy(out)).toBe("position-band/above-max");
  });

  it("a shorter window: what happened before it is forgotten", () => {
    const drained = withFigures(contextOf(CALM), [
      { venue: "lido", figure: "tvl", now: eth("700"), before: { 24: eth("1000"), 2: eth("700") } },
    ]);
    const shorter = change(drained, { from: same, to: guards({ window: 3_600n as Seconds }) });
    expect(comparePolicies(shorter.old, shorter.now).verdict).toBe("looser");
    expect(suppressedBy(shorter)).not.toBe(null);
  });

  it("a larger sale: it has no price, so that no exit follows", () => {
    const size = (ether: string) => (policy: Policy) =>
      guards({
        marketDepeg: { ...policy.guards.marketDepeg, size: eth(ether) },
        backingLoss: { threshold: bps(300n), response: "notify" },
      })(policy);
    const larger = change(fallen(), { from: size("50"), to: size("100000") });
    expect(comparePolicies(larger.old, larger.now).verdict).toBe("looser");
    expect(keptBy(larger)).toBe("etherfi:weETH");
  });
});
