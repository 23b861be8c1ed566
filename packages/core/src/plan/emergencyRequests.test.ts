import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RuleContext } from "../policy/rule.ts";
import { portfolioOf } from "../portfolio/portfolio.ts";
import {
  changed,
  OPERATOR,
  queueExitOf,
  reduceTo,
  restaked,
  STAKED,
  STRATEGY,
  stakedExitOf,
} from "../testing/withdrawals.ts";
import { contextOf, eth, WEETH, WSTETH } from "../testing/world.ts";
import type { AssetId, PositionId, VenueId } from "../units/brands.ts";
import { rawAmount } from "../units/quantities.ts";
import { applyPlan } from "./applyPlan.ts";
import { emergencyPlan } from "./emergencyPlan.ts";

const weETH = "etherfi:weETH";

/** weETH beside a pool of the given depth, and ether.fi's queue. */
function queueing(depth: string, exit: Parameters<typeof queueExitOf>[0] = {}): RuleContext {
  const context = contextOf({ stakes: [WSTETH, { ...WEETH, depth }], idle: "100" });
  return changed(context, { exits: [queueExitOf(exit)] });
}

const base = restaked(contextOf({ stakes: [WSTETH, WEETH], idle: "100" }), { value: "200" });

/** All of 200 ether's worth at 1.1. */
const ALL = (eth("200") * 10n ** 18n) / eth("1.1") + 1n;

describe("emergencyPlan asks the protocol for what the market does not take", () => {
  test("an operator was slashed: the account leaves it with everything, in one call", () => {
    const { plan, findings } = emergencyPlan(base, [reduceTo(STAKED, { rule: "operator-slashed" })]);
    expect(findings).toEqual([]);
    expect(plan).toMatchObject({ purpose: "emergency-exit", actions: [], claims: [], expected: [] });
    expect(plan?.requests).toEqual([
      {
        position: STAKED,
        venue: "eigenlayer",
        spend: { asset: "EL-stETH", amount: ALL },
        expected: { asset: "stETH", amount: (ALL * 11n) / 10n },
        delay: 1_209_600n,
        order: { kind: "eigenlayer-undelegate", operator: OPERATOR },
        limitedBy: "emergency",
      },
    ]);
    expect(plan?.figures).toMatchObject({ turnover: eth("200") + 1n, tradingCost: 0n, worstLoss: 1n });
  });

  test("what is not the operator's doing leaves the strategy and stays with the operator", () => {
    const { plan } = emergencyPlan(base, [reduceTo(STAKED, { rule: "backing-loss" })]);
    expect(plan?.requests.map(({ order }) => order)).toEqual([
      { kind: "eigenlayer-queue", strategy: STRATEGY, depositShares: ALL },
    ]);
  });

  test("of two findings with the same target one of the operator is enough to leave it; a lower target decides alone", () => {
    const order = (...found: Parameters<typeof reduceTo>[1][]) =>
      emergencyPlan(
        base,
        found.map((each) => reduceTo(STAKED, each)),
      ).plan?.requests[0]?.order.kind;
    const slashed = { rule: "operator-slashed" };
    expect(order({}, slashed)).toBe("eigenlayer-undelegate");
    expect(order(slashed, {})).toBe("eigenlayer-undelegate");
    expect(order({ ...slashed, target: "50" }, {})).toBe("eigenlayer-queue");
    expect(order({}, { ...slashed, target: "50" })).toBe("eigenlayer-queue");
  });

  test("with something else staked at the operator only the position is queued, since leaving would take all", () => {
    const other = base.snapshot.positions
      .filter((held) => held.position === STAKED)
      .map((held) => ({ ...held, position: `eigenlayer:rETH@${OPERATOR}` as PositionId }));
    const both = changed(base, { positions: [...base.snapshot.positions, ...other] });
    const { plan } = emergencyPlan(both, [reduceTo(STAKED, { rule: "operator-slashed" })]);
    expect(plan?.requests.map(({ order }) => order.kind)).toEqual(["eigenlayer-queue"]);
  });

  test("a part is asked for in deposit shares, which slashing made worth less, rounded up", () => {
    const slashed = restaked(contextOf({ stakes: [WSTETH, WEETH], idle: "100" }), {
      value: "200",
      left: 80n,
    });
    const [exit] = slashed.snapshot.exits;
    const deposit = exit?.terms.kind === "eigenlayer-queue" ? exit.terms.depositShares : 0n;
    const { plan } = emergencyPlan(slashed, [reduceTo(STAKED, { rule: "operator-slashed", target: "150" })]);
    const wanted = plan?.requests[0]?.spend.amount ?? 0n;
    expect(wanted).toBe((eth("50") * 10n ** 18n) / eth("1.1") + 1n);
    expect(plan?.requests[0]?.order).toEqual({
      kind: "eigenlayer-queue",
      strategy: STRATEGY,
      depositShares: (deposit * wanted + ALL - 1n) / ALL,
    });
  });

  test("the market comes first, and the queue takes the rest", () => {
    const context = queueing("5000");
    const { plan, findings } = emergencyPlan(context, [reduceTo(weETH, {})]);
    const held = context.snapshot.positions.find((each) => each.position === weETH)?.amount;
    const sold = plan?.actions[0]?.spend.amount ?? 0n;
    const asked = plan?.requests[0]?.spend.amount ?? 0n;
    expect([plan?.actions[0]?.limitedBy, plan?.requests[0]?.limitedBy]).toEqual(["slippage", "emergency"]);
    expect(sold > 0n && asked > 0n).toBe(true);
    expect(sold + asked).toBe(held);
    expect(findings).toEqual([]);
    expect(plan?.expected.find(({ asset }) => asset === "weETH")).toMatchObject({
      atLeast: -(held ?? 0n),
      atMost: -(held ?? 0n),
    });
  });

  test("a deep market leaves nothing to ask for", () => {
    expect(emergencyPlan(queueing("40000"), [reduceTo(weETH, {})]).plan?.requests).toEqual([]);
  });

  test("what is asked for twice waits: right after its request nothing is needed any more", () => {
    const urgent = [reduceTo(STAKED, { rule: "operator-slashed" })];
    const { plan } = emergencyPlan(base, urgent);
    const snapshot = plan === null ? null : applyPlan(base.snapshot, { plan, at: "expected" });
    if (snapshot === null) throw new Error("no plan");
    const after = { ...base, snapshot };
    expect(emergencyPlan(after, urgent)).toEqual({ isNeeded: false, plan: null, findings: [] });
    const lost = portfolioOf(base).total - portfolioOf(after).total;
    expect(lost >= 0n && lost <= 1n).toBe(true);
  });
});

describe("emergencyPlan keeps a protocol's limits", () => {
  const noMarket = (exit: Parameters<typeof queueExitOf>[0] = {}, batch?: RuleContext["policy"]["batch"]) => {
    const context = queueing("5000", exit);
    const policy = batch === undefined ? context.policy : { ...context.policy, batch };
    return { ...changed(context, { curves: [] }), policy };
  };
  const amounts = (context: RuleContext) => {
    const { plan, findings } = emergencyPlan(context, [reduceTo(weETH, {})]);
    const order = plan?.requests[0]?.order;
    return {
      count: order !== undefined && "amounts" in order ? order.amounts.length : 0,
      limitedBy: plan?.requests[0]?.limitedBy,
      codes: findings.map(({ code }) => code),
    };
  };

  test.each([
    { name: "one request where it fits", exit: {}, count: 1, limitedBy: "emergency", codes: [] },
    {
      name: "five of at most 100 ETH, since 400 ETH in four parts would touch the limit",
      exit: { largest: rawAmount(eth("100")) },
      count: 5,
      limitedBy: "emergency",
      codes: [],
    },
    {
      name: "as much as the capacity allows",
      exit: { capacity: rawAmount(eth("100")) },
      count: 1,
      limitedBy: "capacity",
      codes: ["partly-queued"],
    },
    {
      name: "none below the smallest",
      exit: { smallest: rawAmount(eth("401")) },
      count: 0,
      limitedBy: undefined,
      codes: ["no-way-out"],
    },
    {
      name: "nothing by instant redemption, which has no minimum output",
      exit: { way: "instant", terms: { kind: "etherfi-redeem" } } as const,
      count: 0,
      limitedBy: undefined,
      codes: ["no-way-out"],
    },
  ])("$name", ({ exit, count, limitedBy, codes }) => {
    expect(amounts(noMarket(exit))).toEqual({ count, limitedBy, codes });
  });

  test("as many requests as the batch takes, and the rest is asked for next", () => {
    const limited = noMarket({ largest: rawAmount(eth("20")) }, { maxCalls: 12n, maxGas: 30_000_000n });
    expect(amounts(limited)).toEqual({ count: 10, limitedBy: "batch", codes: ["partly-queued"] });
  });

  test("dust that is worth less than its request's gas is not asked for", () => {
    // A batch of one request costs 0.00671 ether.
    const leaving = (target: string) => emergencyPlan(base, [reduceTo(STAKED, { target })]);
    expect(leaving("199.9933")).toEqual({ isNeeded: false, plan: null, findings: [] });
    expect(leaving("199.9932").plan?.requests.length).toBe(1);
  });
});

describe("emergencyPlan with a stopped queue", () => {
  test.each([
    { stoppedBy: ["paused"], code: "exit-stopped" },
    { stoppedBy: ["cannot-redeem"], code: "exit-stopped" },
    { stoppedBy: ["no-fallback-handler"], code: "exit-stopped-no-fallback-handler" },
    { stoppedBy: ["no-fallback-handler", "paused"], code: "exit-stopped-no-fallback-handler" },
    { stoppedBy: ["blacklisted"], code: "exit-stopped-blacklisted" },
  ])("it proposes nothing and says why: $stoppedBy", ({ stoppedBy, code }) => {
    const stopped = changed(base, { exits: [stakedExitOf(ALL, { stoppedBy })] });
    const { plan, findings, isNeeded } = emergencyPlan(stopped, [reduceTo(STAKED, {})]);
    expect([plan, isNeeded]).toEqual([null, true]);
    expect(findings).toEqual([
      {
        rule: "emergency-exit",
        code,
        subject: { kind: "position", id: STAKED },
        level: "critical",
        measured: { unit: "base", value: eth("200") },
        limit: { unit: "base", value: 0n },
        evidence: [stopped.snapshot.exits[0]?.source],
        effect: { kind: "none" },
      },
    ]);
  });

  test("the market is still used, and what it does not take is told with the pause", () => {
    const { plan, findings } = emergencyPlan(queueing("5000", { stoppedBy: ["paused"] }), [
      reduceTo(weETH, {}),
    ]);
    expect([plan?.actions.length, plan?.requests.length]).toEqual([1, 0]);
    expect(findings.map(({ code }) => code)).toEqual(["exit-stopped"]);
  });
});

describe("any holding, market and queue", () => {
  const limits = fc.record({
    value: fc.bigInt({ min: 1n, max: 10n ** 24n }),
    smallest: fc.bigInt({ min: 0n, max: 10n ** 18n }),
    largest: fc.option(fc.bigInt({ min: 10n ** 18n, max: 10n ** 22n })),
    capacity: fc.option(fc.bigInt({ min: 0n, max: 10n ** 24n })),
    depth: fc.constantFrom("100", "5000", "100000"),
  });

  test("never leave with more than there is, and every request is within the protocol's limits", () => {
    fc.assert(
      fc.property(limits, ({ value, smallest, largest, capacity, depth }) => {
        const context = contextOf({
          stakes: [
            { ...WSTETH, value: "0" },
            { ...WEETH, depth },
          ],
          idle: "1",
        });
        const amount = rawAmount(value);
        const positions = context.snapshot.positions.map((held) =>
          held.position === weETH ? { ...held, amount, value: ((value * 105n) / 100n) as never } : held,
        );
        const exit = queueExitOf({
          smallest: rawAmount(smallest),
          largest: largest === null ? null : rawAmount(largest),
          capacity: capacity === null ? null : rawAmount(capacity),
        });
        const { plan } = emergencyPlan(changed(context, { positions, exits: [exit] }), [reduceTo(weETH, {})]);
        const [asked] = plan?.requests ?? [];
        const sold = plan?.actions[0]?.spend.amount ?? 0n;
        expect(sold + (asked?.spend.amount ?? 0n) <= value).toBe(true);
        if (asked === undefined || !("amounts" in asked.order)) return;
        expect(asked.order.amounts.reduce((sum, each) => sum + each, 0n)).toBe(asked.spend.amount);
        expect(asked.spend.amount <= (capacity ?? value)).toBe(true);
        for (const each of asked.order.amounts) {
          const paid = (each * 105n) / 100n;
          expect(paid >= smallest && paid <= (largest ?? paid)).toBe(true);
        }
        const venue: VenueId = asked.venue;
        expect([venue, asked.spend.asset]).toEqual(["etherfi", "weETH" as AssetId]);
      }),
      { numRuns: 150 },
    );
  });
});
