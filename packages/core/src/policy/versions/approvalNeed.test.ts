import { describe, expect, it } from "vitest";
import { policyOf, tightened } from "../../testing/versionStore.ts";
import { approvalNeed } from "./approvalNeed.ts";

describe("what a version needs", () => {
  it("a first policy: the threshold, and no delay", () => {
    expect(approvalNeed(null, policyOf(1n))).toEqual({ verdict: "looser", by: "threshold", delay: 0n });
  });

  it("a loosening: the threshold, and the delay of the policy that it replaces", () => {
    const slow = { ...policyOf(1n), looseningDelay: 7n as ReturnType<typeof policyOf>["looseningDelay"] };
    expect(approvalNeed(slow, policyOf(2n))).toEqual({ verdict: "looser", by: "threshold", delay: 7n });
  });

  it("a tightening: one owner, at once", () => {
    const need = { verdict: "tighter", by: "one-owner", delay: 0n };
    expect(approvalNeed(policyOf(1n), tightened(policyOf(1n)))).toEqual(need);
  });

  it("what changes no limit: one owner, at once, and never nobody", () => {
    const need = { verdict: "neutral", by: "one-owner", delay: 0n };
    expect(approvalNeed(policyOf(1n), { ...policyOf(1n), version: 2n })).toEqual(need);
  });
});
