import { describe, expect, test } from "vitest";
import { applyPlan } from "../../plan/applyPlan.ts";
import type { Plan } from "../../plan/types.ts";
import { decideFor, proposedPlan } from "../../testing/decideFor.ts";
import { ticketOf, waitingFor } from "../../testing/withdrawals.ts";
import { contextOf, SHIFT, snapshotOf, WEETH } from "../../testing/world.ts";
import type { RawAmount } from "../../units/brands.ts";
import { executePlan } from "./executePlan.ts";

const context = contextOf(SHIFT);
const plan = proposedPlan(decideFor(context));
const because = (found: ReturnType<typeof executePlan>) => (found.ok ? "executed" : found.because);

describe("a batch at a later block", () => {
  test("at the same prices does what was planned, to the wei", () => {
    const done = executePlan(context.snapshot, plan);
    expect(done.ok && done.after).toEqual(applyPlan(context.snapshot, { plan, at: "expected" }));
  });

  test("gets what the pools pay there, when that is enough", () => {
    const worse = snapshotOf({
      ...SHIFT,
      stakes: SHIFT.stakes.map((stake) => ({ ...stake, depth: "19500" })),
    });
    const done = executePlan({ ...worse, positions: context.snapshot.positions }, plan);
    const { position, receive } =
      plan.actions.find(({ kind }) => kind === "enter") ?? plan.actions[0] ?? never();
    const amount = done.ok ? done.after.positions.find((each) => each.position === position)?.amount : 0n;
    const before = context.snapshot.positions.find((each) => each.position === position)?.amount ?? 0n;
    expect(amount).toBeLessThan(before + receive.expected);
    expect(amount).toBeGreaterThanOrEqual(before + receive.atLeast);
  });

  test("reverts whole when one trade gets less than its minimum", () => {
    const worse = snapshotOf({ ...SHIFT, stakes: [SHIFT.stakes[0] ?? WEETH, { ...WEETH, discount: -100n }] });
    expect(because(executePlan(worse, plan))).toBe("etherfi:weETH: pays less than the minimum");
  });

  test("reverts when nobody quotes the size, or too little is left to spend", () => {
    expect(because(executePlan({ ...context.snapshot, curves: [] }, plan))).toContain(
      "nobody quotes the size",
    );
    const positions = context.snapshot.positions.map((each) => ({ ...each, amount: 1n as RawAmount }));
    expect(because(executePlan({ ...context.snapshot, positions }, plan))).toContain("holds less than");
  });

  test("claims what a ticket pays then, and not one that waits or is gone", () => {
    const owed = waitingFor(context, [ticketOf()]);
    const claim = proposedPlan(decideFor(owed));
    expect(because(executePlan(owed.snapshot, claim))).toBe("executed");
    const short = ticketOf({ pays: ticketOf().pays.map((each) => ({ ...each, payout: 5n as RawAmount })) });
    expect(because(executePlan(waitingFor(context, [short]).snapshot, claim))).toContain(
      "less than the minimum",
    );
    const waits = waitingFor(context, [ticketOf({ state: "waiting" })]);
    expect(because(executePlan(waits.snapshot, claim))).toBe("etherfi:17: nothing to claim");
    expect(because(executePlan(context.snapshot, claim))).toBe("etherfi:17: nothing to claim");
  });
});

function never(): Plan["actions"][number] {
  throw new Error("the plan trades nothing");
}
