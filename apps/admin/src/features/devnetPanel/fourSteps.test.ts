import { describe, expect, test } from "vitest";
import { type FirstProposalFacts, fourSteps, type ShiftFacts } from "./fourSteps.ts";

const shift = (state: ShiftFacts["state"]): ShiftFacts => ({
  state,
  finishedAt: state === "done" ? 1000 : null,
  error: state === "failed" ? "anvil is down" : null,
});

const proposal = (change: Partial<FirstProposalFacts>): FirstProposalFacts => ({
  state: "posted",
  signed: 0,
  threshold: 2,
  heldAfter: false,
  ...change,
});

describe("the four steps", () => {
  test.each([
    ["at the beginning the shift is to be run", null, null, "now later later later", "shift"],
    ["while it is queued the devnet is waited for", shift("queued"), null, "now later later later", "devnet"],
    ["after a failure it is to be run again", shift("failed"), null, "now later later later", "shift"],
    ["after the shift the proposal is waited for", shift("done"), null, "done now later later", "proposal"],
    [
      "a proposal asks for the first signature",
      shift("done"),
      proposal({}),
      "done done now later",
      "first-signature",
    ],
    [
      "a proposal counts without a request of ours",
      null,
      proposal({}),
      "done done now later",
      "first-signature",
    ],
    [
      "after one signature the second is due",
      null,
      proposal({ state: "partly-signed", signed: 1 }),
      "done done done now",
      "second-signature",
    ],
    [
      "after both it is to be executed",
      null,
      proposal({ state: "ready", signed: 2 }),
      "done done done now",
      "execution",
    ],
    [
      "after the execution the keeper is to hold",
      null,
      proposal({ state: "executed", signed: 2 }),
      "done done done done",
      "hold",
    ],
    [
      "then all is done",
      null,
      proposal({ state: "executed", signed: 2, heldAfter: true }),
      "done done done done",
      "nothing",
    ],
  ] as const)("%s", (_name, shiftFacts, proposalFacts, states, waitsFor) => {
    const steps = fourSteps({ shift: shiftFacts, proposal: proposalFacts });
    expect([steps.shift, steps.proposal, steps.first, steps.second].join(" ")).toBe(states);
    expect(steps.waitsFor).toBe(waitsFor);
  });

  test("the proposal is due within a minute of the shift", () => {
    expect(fourSteps({ shift: shift("done"), proposal: null }).proposalDue).toBe(1060);
    expect(fourSteps({ shift: null, proposal: null }).proposalDue).toBeNull();
  });
});
