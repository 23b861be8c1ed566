import { describe, expect, it } from "vitest";
import { TransitionError } from "./transitionError.ts";

describe("TransitionError", () => {
  it.each([
    ["not-allowed", /a proposal that is executed cannot have posted.*from the chain again/],
    ["signed", /Reject it on chain/],
    ["bad-count", /threshold at least 1/],
  ] as const)("%s says what to do", (code, message) => {
    const error = new TransitionError({ code, state: "executed", event: "posted" });
    expect(error.message).toMatch(message);
    expect(error).toMatchObject({ name: "TransitionError", code, state: "executed", event: "posted" });
  });
});
