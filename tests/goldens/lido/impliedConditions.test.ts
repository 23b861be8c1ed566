import { describe, expect, it } from "vitest";
import { impliedConditions } from "./impliedConditions.ts";

const none = { queuePaused: false, stETHStopped: false, byStranger: false };

describe("what a step implies", () => {
  it.each([
    { what: "nothing", step: { action: "claimWithdrawal", args: { id: 1 } }, implied: none },
    {
      what: "a pause, by the refusal",
      step: { action: "requestWithdrawals x1", reverted: "ResumedExpected()" },
      implied: { ...none, queuePaused: true },
    },
    {
      what: "a pause, by the note",
      step: { action: "claimWithdrawal", args: { id: 1, note: "queue paused: claim still works" } },
      implied: { ...none, queuePaused: true },
    },
    {
      what: "a stop, by the refusal",
      step: { action: "requestWithdrawals x1", args: {}, reverted: "Error(CONTRACT_IS_STOPPED)" },
      implied: { ...none, stETHStopped: true },
    },
    {
      what: "a stop, by the action",
      step: { action: "stETH.transfer while stopped" },
      implied: { ...none, stETHStopped: true },
    },
    {
      what: "a stranger",
      step: { action: "claimWithdrawal", args: { note: "by a stranger" } },
      implied: { ...none, byStranger: true },
    },
    {
      what: "nothing of what is over",
      step: { action: "claimWithdrawal", note: "queue unpaused again" },
      implied: none,
    },
  ])("is $what", ({ step, implied }) => {
    expect(impliedConditions(step)).toEqual(implied);
  });
});
