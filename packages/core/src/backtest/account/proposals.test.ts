import { describe, expect, test } from "vitest";
import { hash32 } from "../../chain/hex.ts";
import { decideFor, proposedPlan } from "../../testing/decideFor.ts";
import { contextOf, NOW, SHIFT } from "../../testing/world.ts";
import type { Seconds, UnixSeconds } from "../../units/brands.ts";
import type { SimulatedAccount } from "./account.ts";
import { openWorkOf, propose, signerDelay } from "./proposals.ts";

const context = contextOf(SHIFT);
const decision = decideFor(context);
const plan = proposedPlan(decision);
const signers = { delays: [60n as Seconds], seed: 1n };
const fresh = (): SimulatedAccount => ({
  holdings: new Map(),
  tickets: [],
  proposals: [],
  nonce: 7n,
  gasPaid: 0n,
});
const post = (account: SimulatedAccount, purpose: typeof plan.purpose, digit: string) =>
  propose(account, {
    decision,
    decisionId: hash32(`0x${digit.repeat(64)}`),
    plan: { ...plan, purpose },
    signers,
  });

describe("a proposal of a run", () => {
  test("queues behind what is open; an emergency competes at the account's own nonce", () => {
    const account = fresh();
    post(account, "rebalance", "1");
    post(account, "claim", "2");
    post(account, "emergency-exit", "3");
    expect(account.proposals.map(({ nonce }) => nonce)).toEqual([7n, 8n, 7n]);
    expect(account.proposals[0]).toMatchObject({ proposedAt: NOW, signedAt: NOW + 60n, state: "posted" });
    expect(new Set(account.proposals.map(({ id }) => id)).size).toBe(3);
  });

  test("is told to the rules as the keeper tells it: open ones by nonce, moves without claims, none too old", () => {
    const account = fresh();
    post(account, "rebalance", "1");
    post(account, "claim", "2");
    expect(openWorkOf(account, { policy: context.policy, now: NOW })).toMatchObject({
      proposals: [
        { nonce: 7n, kind: "rebalance" },
        { nonce: 8n, kind: "claim" },
      ],
      recent: [
        { executedAt: null, entered: ["etherfi:weETH", "lido:wstETH"], turnover: plan.figures.turnover },
      ],
    });
    const late = (NOW + 8n * 86_400n) as UnixSeconds;
    expect(openWorkOf(account, { policy: context.policy, now: late }).recent).toEqual([]);
  });
});

describe("how long signers take", () => {
  const delays = [1n, 2n, 3n].map((each) => each as Seconds);

  test("is one of the delays, drawn by seed and proposal alone", () => {
    const drawn = Array.from({ length: 300 }, (_, count) => signerDelay({ delays, seed: 5n }, count));
    for (const delay of delays) {
      const times = drawn.filter((each) => each === delay).length;
      expect(times).toBeGreaterThan(60);
      expect(times).toBeLessThan(140);
    }
    expect(signerDelay({ delays, seed: 5n }, 299)).toBe(drawn[299]);
    expect(Array.from({ length: 20 }, (_, count) => signerDelay({ delays, seed: 6n }, count))).not.toEqual(
      drawn.slice(0, 20),
    );
  });
});
