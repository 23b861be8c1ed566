import { describe, expect, it } from "vitest";
import { GUARDLESS_POLICY_YAML } from "../../testing/guardlessPolicyYaml.ts";
import { policyFields } from "../document/policyFields.ts";
import { EXAMPLE_POLICY_YAML } from "../examplePolicyYaml.ts";
import { GUARD_DEFAULTS } from "../guardDefaults.ts";
import { parsePolicy } from "../parsePolicy.ts";
import { effectivePolicy } from "./effectivePolicy.ts";

function policy(text: string) {
  const parsed = parsePolicy(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.policy;
}

/** What is not limited or not watched at all where a policy says nothing of it: there is no value that would say so. */
const UNLIMITED = [
  "caps.venueShare",
  "caps.exitLiquidityShare",
  "costs.gasShareOfGain",
  "costs.worstLossPerBatch",
  "pace.turnoverPerDay",
  "guards.netYieldLow.benchmark",
  "guards.priceDrawdown",
  "guards.correlatedSlashing",
];

describe("a policy with what holds without its word", () => {
  it("has every guard, the window and a list of operators", () => {
    const { guards, caps } = effectivePolicy(policy(GUARDLESS_POLICY_YAML));
    expect(guards).toMatchObject({ ...GUARD_DEFAULTS, window: 86_400n });
    expect(caps.operators).toEqual([]);
  });

  it("keeps what the policy says itself", () => {
    const full = policy(EXAMPLE_POLICY_YAML);
    expect(effectivePolicy(full)).toEqual(full);
  });

  it("has everything that may be left out", () => {
    const whole = effectivePolicy(policy(GUARDLESS_POLICY_YAML)) as unknown;
    for (const { path, isOptional } of policyFields()) {
      const value = path
        .split(".")
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], whole);
      if (!isOptional || path.includes("[]")) continue;
      if (UNLIMITED.includes(path)) expect(value, path).toBeUndefined();
      else expect(value, path).toBeDefined();
    }
  });
});
