import { describe, expect, test } from "vitest";
import { hash32 } from "../chain/hex.ts";
import type { WithdrawalRequest } from "../plan/types.ts";
import { decideFor, proposedPlan } from "../testing/decideFor.ts";
import { contextOf, NOW, SHIFT } from "../testing/world.ts";
import type { PositionId } from "../units/brands.ts";
import { recentMoveOf } from "./recentMoveOf.ts";

const plan = proposedPlan(decideFor(contextOf(SHIFT)));
const posted = {
  safeTxHash: hash32(`0x${"11".repeat(32)}`),
  state: "executed",
  proposedAt: NOW,
  executedAt: NOW,
} as const;
const request = (position: string) => ({ position: position as PositionId }) as WithdrawalRequest;

describe("a proposal as a move", () => {
  test("enters what it buys and leaves what it sells or asks back, each once, sorted", () => {
    const [bought] = plan.actions.filter(({ kind }) => kind === "enter");
    if (bought === undefined) throw new Error("the plan buys nothing");
    const actions = [bought, bought, { ...bought, kind: "exit" as const, position: "b:x" as PositionId }];
    const requests = [request("b:x"), request("a:x")];
    expect(recentMoveOf({ ...plan, actions, requests }, posted)).toEqual({
      ...posted,
      entered: [bought.position],
      exited: ["a:x", "b:x"],
      turnover: plan.figures.turnover,
    });
  });

  test("is none when it claims", () => {
    expect(recentMoveOf({ ...plan, purpose: "claim" }, posted)).toBeNull();
  });
});
