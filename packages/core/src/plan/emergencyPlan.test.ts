import { describe, expect, test } from "vitest";
import { isWithinCost } from "../curve/costBpsUp.ts";
import type { Finding } from "../policy/finding.ts";
import type { RuleContext } from "../policy/rule.ts";
import { CALM, contextOf, eth, WEETH, WSTETH } from "../testing/world.ts";
import type { Bps, PositionId } from "../units/brands.ts";
import { wad } from "../units/quantities.ts";
import { emergencyPlan } from "./emergencyPlan.ts";

const weETH = "etherfi:weETH";

function leave(position: string, target = "0", urgent = true): Finding {
  return {
    rule: "market-depeg",
    code: "below-rate",
    subject: { kind: "position", id: position as PositionId },
    level: "critical",
    measured: null,
    limit: null,
    evidence: [],
    effect: { kind: "reduce-to", position: position as PositionId, target: eth(target), urgent },
  };
}

function world(depth: string, discount = 0n): RuleContext {
  return contextOf({ stakes: [WSTETH, { ...WEETH, depth, discount }], idle: "100" });
}

describe("emergencyPlan", () => {
  test("it sells all of the position to idle money and enters nothing", () => {
    const { plan, findings, isNeeded } = emergencyPlan(world("40000"), [leave(weETH)]);
    const held = world("40000").snapshot.positions[0];
    expect(isNeeded).toBe(true);
    expect(findings).toEqual([]);
    expect(plan).toMatchObject({ purpose: "emergency-exit" });
    expect(plan?.actions.map((action) => [action.kind, action.spend.amount, action.limitedBy])).toEqual([
      ["exit", held?.amount, "emergency"],
    ]);
  });

  test("its minimum is the emergency ceiling itself: the quote of now will not last", () => {
    const { plan } = emergencyPlan(world("40000"), [leave(weETH)]);
    const [action] = plan?.actions ?? [];
    const trade = {
      amountIn: action?.spend.amount ?? (0n as never),
      amountOut: action?.receive.atLeast ?? (0n as never),
      rateIn: wad(eth("1.05")),
      rateOut: wad(eth("1")),
    };
    expect(isWithinCost(trade, 200n as Bps)).toBe(true);
    expect(isWithinCost({ ...trade, amountOut: (trade.amountOut - 1n) as never }, 200n as Bps)).toBe(false);
  });

  test("a target above nothing sells only the rest", () => {
    const { plan } = emergencyPlan(world("40000"), [leave(weETH, "300")]);
    const amount = plan?.actions[0]?.spend.amount ?? 0n;
    // 100 ether's worth at 1.05, rounded up.
    expect(amount).toBe((eth("100") * 10n ** 18n) / eth("1.05") + 1n);
  });

  test("of two urgent targets the lower one counts", () => {
    const both = emergencyPlan(world("40000"), [leave(weETH, "300"), leave(weETH, "0")]);
    expect(both.plan?.actions).toEqual(emergencyPlan(world("40000"), [leave(weETH)]).plan?.actions);
  });

  test("a thin market takes a part, and what cannot leave is told", () => {
    const { plan, findings } = emergencyPlan(world("5000"), [leave(weETH)]);
    const sold = plan?.actions[0]?.spend.amount ?? 0n;
    expect(plan?.actions[0]?.limitedBy).toBe("slippage");
    expect(findings).toMatchObject([
      {
        rule: "emergency-exit",
        code: "partly-out",
        level: "critical",
        subject: { kind: "position", id: weETH },
      },
    ]);
    // What is left is what was held less what is sold, at the rate; rounded against us by at most a wei.
    const left = eth("400") - (sold * eth("1.05")) / 10n ** 18n;
    const told = findings[0]?.measured?.value ?? 0n;
    expect(told === left || told + 1n === left).toBe(true);
  });

  test("a market beyond the ceiling takes nothing: there is no plan and the whole is told", () => {
    const { plan, findings, isNeeded } = emergencyPlan(world("40000", 250n), [leave(weETH)]);
    expect([plan, isNeeded]).toEqual([null, true]);
    expect(findings).toMatchObject([{ code: "no-way-out", measured: { unit: "base", value: eth("400") } }]);
  });

  test("without a route there is no way out", () => {
    const context = world("40000");
    const { plan, findings } = emergencyPlan({ ...context, snapshot: { ...context.snapshot, curves: [] } }, [
      leave(weETH),
    ]);
    expect(plan).toBeNull();
    expect(findings.map((found) => found.code)).toEqual(["no-way-out"]);
  });

  test("two positions leave in one batch, each by itself", () => {
    const { plan, findings } = emergencyPlan(world("40000", 250n), [leave(weETH), leave("lido:wstETH")]);
    expect(plan?.actions.map((action) => action.position)).toEqual(["lido:wstETH"]);
    expect(findings.map((found) => found.code)).toEqual(["no-way-out"]);
  });

  test("a yield that is not known does not hold it up", () => {
    const context = world("40000");
    const { plan } = emergencyPlan({ ...context, history: { ...context.history, series: [] } }, [
      leave(weETH),
    ]);
    expect(plan?.figures).toMatchObject({ yieldBefore: null, yieldAfter: null, grossGain: 0n });
  });

  test.each([
    { name: "nothing urgent", context: contextOf(CALM), findings: [leave(weETH, "0", false)] },
    {
      name: "nothing held",
      context: contextOf({ ...CALM, stakes: [WSTETH, { ...WEETH, value: "0" }] }),
      findings: [leave(weETH)],
    },
    { name: "already at the target", context: contextOf(CALM), findings: [leave(weETH, "400")] },
    { name: "dust worth less than the gas", context: contextOf(CALM), findings: [leave(weETH, "399.997")] },
    { name: "a position that is not there", context: contextOf(CALM), findings: [leave("renzo:ezETH")] },
  ])("with $name it is not needed", ({ context, findings }) => {
    expect(emergencyPlan(context, findings)).toEqual({ isNeeded: false, plan: null, findings: [] });
  });
});
