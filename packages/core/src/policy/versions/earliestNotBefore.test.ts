import { describe, expect, it } from "vitest";
import { unixSeconds } from "../../units/times.ts";
import { EXAMPLE_POLICY_YAML } from "../examplePolicyYaml.ts";
import { parsePolicy } from "../parsePolicy.ts";
import { earliestNotBefore } from "./earliestNotBefore.ts";

describe("earliestNotBefore", () => {
  const now = unixSeconds(1_790_000_000n);

  it("is now for a first policy", () => {
    expect(earliestNotBefore(now, null)).toBe(now);
  });

  it("is a delay later for a policy that replaces one", () => {
    const parsed = parsePolicy(EXAMPLE_POLICY_YAML);
    expect(parsed.ok && earliestNotBefore(now, parsed.policy)).toBe(now + 86_400n);
  });
});
