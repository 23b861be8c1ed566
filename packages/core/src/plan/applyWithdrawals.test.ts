import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Hash32 } from "../chain/types.ts";
import type { RuleContext } from "../policy/rule.ts";
import { portfolioOf } from "../portfolio/portfolio.ts";
import { checkWithdrawals } from "../snapshot/checkWithdrawals.ts";
import type { Snapshot } from "../snapshot/types.ts";
import {
  changed,
  lidoOf,
  queuedOf,
  queueExitOf,
  reduceTo,
  restaked,
  STAKED,
  ticketOf,
  waitingFor,
} from "../testing/withdrawals.ts";
import { CALM, contextOf, eth } from "../testing/world.ts";
import { applyPlan } from "./applyPlan.ts";
import { checkOutcome, type Measured } from "./checkOutcome.ts";
import { claimPlan } from "./claimPlan.ts";
import { emergencyPlan } from "./emergencyPlan.ts";
import type { Plan } from "./types.ts";

const calm = contextOf(CALM);

function stateAfter(
  context: RuleContext,
  plan: Plan | null,
  at: "expected" | "atLeast" = "expected",
): Snapshot {
  const snapshot = plan === null ? null : applyPlan(context.snapshot, { plan, at });
  if (snapshot === null) throw new Error("no state after");
  return snapshot;
}

describe("applyPlan with claims", () => {
  const due = waitingFor(calm, [ticketOf(), queuedOf("a", "35.2"), lidoOf(9n, "3")]);

  test("tickets are gone, and what they paid lies in the account", () => {
    const snapshot = stateAfter(due, claimPlan(due));
    const held = Object.fromEntries(snapshot.positions.map(({ position, value }) => [position, value]));
    expect(snapshot.tickets).toEqual([]);
    expect(held).toMatchObject({ "idle:ETH": eth("13"), "lido:stETH": eth("35.2"), "idle:WETH": eth("100") });
    expect(portfolioOf({ ...due, snapshot }).total).toBe(portfolioOf(due).total);
  });

  test("at the minimums only the rounding of stETH is missing", () => {
    const snapshot = stateAfter(due, claimPlan(due), "atLeast");
    expect(portfolioOf({ ...due, snapshot }).total).toBe(portfolioOf(due).total - 2n);
  });

  test("a ticket that is not there, or pays in what has no rate, has no after", () => {
    const plan = claimPlan(due);
    if (plan === null) throw new Error("nothing due");
    const gone = { ...due.snapshot, tickets: due.snapshot.tickets.slice(1) };
    expect(applyPlan(gone, { plan, at: "expected" })).toBeNull();
    expect(applyPlan({ ...due.snapshot, rates: [] }, { plan, at: "expected" })).toBeNull();
  });
});

describe("applyPlan with requests", () => {
  test("whatever part leaves, the total stays but for a wei, and the state after is one that could be read", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 199n }), fc.bigInt({ min: 60n, max: 100n }), (target, left) => {
        const staked = restaked(calm, { value: "200", left });
        const { plan } = emergencyPlan(staked, [reduceTo(STAKED, { target: `${target}` })]);
        const snapshot = stateAfter(staked, plan);
        const lost = portfolioOf(staked).total - portfolioOf({ ...staked, snapshot }).total;
        expect(lost >= 0n && lost <= 1n).toBe(true);
        expect(snapshot.tickets.map(({ state, claimableFrom }) => [state, claimableFrom])).toEqual([
          ["waiting", 101_800n],
        ]);
        expect(() => checkWithdrawals(snapshot)).not.toThrow();
        const [exit] = snapshot.exits;
        expect(exit?.terms.kind === "eigenlayer-queue" && exit.terms.depositShares >= 0n).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("a queue without a promised block leaves a ticket without one", () => {
    const context = changed(calm, { curves: [], exits: [queueExitOf()] });
    const { plan } = emergencyPlan(context, [reduceTo("etherfi:weETH", {})]);
    expect(stateAfter(context, plan).tickets).toMatchObject([{ state: "waiting", claimableFrom: null }]);
  });
});

describe("checkOutcome of claims and requests", () => {
  const measured = (plan: Plan, more: Partial<Measured> = {}): Measured => ({
    schema: "ballast/simulation/1",
    block: calm.snapshot.block,
    safeTxHash: `0x${"0f".repeat(32)}` as Hash32,
    method: "eth_call",
    approvedBy: [],
    conditional: false,
    success: true,
    revert: "",
    gasUsed: 1n,
    changes: plan.expected.map(({ asset, atLeast }) => ({
      asset,
      before: eth("900"),
      after: eth("900") + atLeast,
    })),
    allowances: [],
    configurationUnchanged: true,
    ...more,
  });
  const codes = (plan: Plan | null, more?: Partial<Measured>) => {
    if (plan === null) throw new Error("no plan");
    return checkOutcome({ plan, simulation: measured(plan, more) }).map(({ code }) => code);
  };
  const claims = claimPlan(waitingFor(calm, [ticketOf(), queuedOf("a", "35.2")]));
  const [eth10, stETH] = claims?.expected ?? [];

  test("native ETH is measured to the wei, stETH within two and with what it grows", () => {
    if (eth10 === undefined || stETH === undefined) throw new Error("no bounds");
    const paid = (ether: bigint, steth: bigint) => ({
      changes: [
        { asset: eth10.asset, before: 0n, after: eth("10") + ether },
        { asset: stETH.asset, before: 0n, after: eth("35.2") + steth },
      ],
    });
    expect(codes(claims)).toEqual([]);
    expect(codes(claims, paid(0n, 2n))).toEqual([]);
    expect(codes(claims, paid(-1n, 0n))).toEqual(["balance-below-plan"]);
    expect(codes(claims, paid(1n, 0n))).toEqual(["balance-above-plan"]);
    expect(codes(claims, paid(0n, -3n))).toEqual(["balance-below-plan"]);
    expect(codes(claims, paid(0n, eth("0.17")))).toEqual([]);
    expect(codes(claims, paid(0n, eth("0.18")))).toEqual(["balance-above-plan"]);
  });

  const spender = `0x${"40".repeat(20)}` as const;
  const weETH = emergencyPlan(changed(calm, { curves: [], exits: [queueExitOf()] }), [
    reduceTo("etherfi:weETH", {}),
  ]).plan;

  test("a request that hands over a token leaves no allowance, and somebody looked", () => {
    const allowance = (left: bigint) => ({ allowances: [{ asset: "weETH" as never, spender, after: left }] });
    expect(codes(weETH, allowance(0n))).toEqual([]);
    expect(codes(weETH, allowance(1n))).toEqual(["allowance-left"]);
    expect(codes(weETH)).toEqual(["allowance-not-measured"]);
  });

  test("a request at EigenLayer moves no token at all", () => {
    const { plan } = emergencyPlan(restaked(calm, { value: "200" }), [reduceTo(STAKED, {})]);
    expect(plan?.expected).toEqual([]);
    expect(codes(plan)).toEqual([]);
    expect(codes(plan, { changes: [{ asset: "stETH" as never, before: 0n, after: 1n }] })).toEqual([
      "balance-not-planned",
    ]);
  });
});
