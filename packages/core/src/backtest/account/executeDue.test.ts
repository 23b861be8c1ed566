import { describe, expect, test } from "vitest";
import { hash32 } from "../../chain/hex.ts";
import type { Plan } from "../../plan/types.ts";
import type { Snapshot } from "../../snapshot/types.ts";
import { decideFor, proposedPlan } from "../../testing/decideFor.ts";
import { contextOf, NOW, SHIFT } from "../../testing/world.ts";
import type { RawAmount, UnixSeconds } from "../../units/brands.ts";
import type { SimulatedAccount, SimulatedProposal } from "./account.ts";
import { executeDue } from "./executeDue.ts";

const third = (amount: RawAmount) => (amount / 3n) as RawAmount;
const context = contextOf(SHIFT);
const decision = decideFor(context);
const plan = proposedPlan(decision);
/** A third of its first trade: it is held three times. */
const small: Plan = {
  ...plan,
  actions: plan.actions.slice(0, 1).map(({ spend, receive, ...rest }) => ({
    ...rest,
    spend: { ...spend, amount: third(spend.amount) },
    receive: { ...receive, expected: third(receive.expected), atLeast: third(receive.atLeast) },
  })),
};

function proposal(digit: string, changes: Partial<SimulatedProposal> = {}): SimulatedProposal {
  return {
    id: hash32(`0x${digit.repeat(64)}`),
    decisionId: hash32(`0x${"dd".repeat(32)}`),
    nonce: 7n,
    plan: small,
    proposedAt: NOW,
    signedAt: NOW,
    state: "posted",
    endedAt: null,
    failure: null,
    paid: null,
    ...changes,
  };
}

/** An account with these proposals, and what a block after so many seconds does with them. */
function ranAt(seconds: bigint, proposals: readonly SimulatedProposal[], gas = context.snapshot.gas) {
  const now = (NOW + seconds) as UnixSeconds;
  const { positions } = context.snapshot;
  const account: SimulatedAccount = {
    holdings: new Map(positions.map(({ position, amount }) => [position, amount])),
    tickets: [],
    proposals,
    nonce: 7n,
    gasPaid: 0n,
  };
  const read = (): Snapshot => ({
    ...context.snapshot,
    gas,
    block: { ...context.snapshot.block, timestamp: now },
    positions: positions.map((each) => ({
      ...each,
      amount: account.holdings.get(each.position) ?? each.amount,
    })),
  });
  executeDue(account, { now, read });
  return { account, states: account.proposals.map(({ state }) => state) };
}

const emergency: Plan = { ...small, purpose: "emergency-exit" };

describe("what is due at a block", () => {
  test("executes once signed, uses the nonce, and costs gas that somebody pays", () => {
    const { account, states } = ranAt(60n, [proposal("1", { signedAt: (NOW + 60n) as UnixSeconds })]);
    expect(states).toEqual(["executed"]);
    expect(account.nonce).toBe(8n);
    expect(account.gasPaid).toBeGreaterThan(0n);
  });

  test("does not execute before, nor out of turn, nor while fees are unknown", () => {
    expect(ranAt(59n, [proposal("1", { signedAt: (NOW + 60n) as UnixSeconds })]).states).toEqual(["posted"]);
    expect(ranAt(60n, [proposal("1", { nonce: 8n })]).states).toEqual(["posted"]);
    expect(ranAt(60n, [proposal("1")], null).states).toEqual(["posted"]);
  });

  test("of two at one nonce the emergency executes, and the other never can", () => {
    const { states } = ranAt(60n, [proposal("1"), proposal("2", { plan: emergency })]);
    expect(states).toEqual(["replaced", "executed"]);
  });

  test("a rebalance that was signed first beats an emergency that is not signed yet", () => {
    const late = proposal("2", { plan: emergency, signedAt: (NOW + 600n) as UnixSeconds });
    expect(ranAt(60n, [proposal("1"), late]).states).toEqual(["executed", "replaced"]);
  });

  test("executes what is queued behind in the same block", () => {
    const next = proposal("2", { nonce: 8n });
    expect(ranAt(60n, [next, proposal("1")]).states).toEqual(["executed", "executed"]);
  });

  test("is rejected after its deadline, so that what is queued behind has its turn", () => {
    const deadline = (NOW + 100n) as UnixSeconds;
    const old = proposal("1", { plan: { ...small, deadline }, signedAt: (NOW + 500n) as UnixSeconds });
    expect(ranAt(100n, [old]).states).toEqual(["posted"]);
    const { account, states } = ranAt(101n, [old, proposal("2", { nonce: 8n })]);
    expect(states).toEqual(["rejected", "executed"]);
    expect(account.nonce).toBe(9n);
  });

  test("that would revert stays, with the reason, and lets an unsigned emergency keep its nonce", () => {
    const atLeast = (10n ** 30n) as RawAmount;
    const greedy: Plan = {
      ...small,
      actions: small.actions.map((each) => ({ ...each, receive: { ...each.receive, atLeast } })),
    };
    const { account, states } = ranAt(60n, [proposal("1", { plan: greedy })]);
    expect(states).toEqual(["posted"]);
    expect(account.proposals[0]?.failure).toContain("pays less than the minimum");
    expect(account.nonce).toBe(7n);
  });
});
