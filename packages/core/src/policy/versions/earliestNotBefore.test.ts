import { describe, expect, it } from "vitest";
import { policyOf, tightened } from "../../testing/versionStore.ts";
import { unixSeconds } from "../../units/times.ts";
import { approvalNeed } from "./approvalNeed.ts";
import { earliestNotBefore } from "./earliestNotBefore.ts";

describe("earliestNotBefore", () => {
  const now = unixSeconds(1_790_000_000n);

  it("is now for a first policy", () => {
    expect(earliestNotBefore(now, approvalNeed(null, policyOf(1n)))).toBe(now);
  });

  it("is a delay later for a loosening", () => {
    expect(earliestNotBefore(now, approvalNeed(policyOf(1n), policyOf(2n)))).toBe(now + 86_400n);
  });

  it("is now for a tightening", () => {
    expect(earliestNotBefore(now, approvalNeed(policyOf(1n), tightened(policyOf(1n))))).toBe(now);
  });
});
