import { describe, expect, it } from "vitest";
import { GUARDLESS_POLICY_YAML } from "../testing/guardlessPolicyYaml.ts";
import { EXAMPLE_POLICY_YAML } from "./examplePolicyYaml.ts";
import { parsePolicy } from "./parsePolicy.ts";
import { policyId } from "./policyId.ts";

const id = (text: string) => {
  const parsed = parsePolicy(text);
  return parsed.ok ? policyId(parsed.policy) : "refused";
};

describe("policyId", () => {
  it("does not depend on how the text is laid out", () => {
    const spaced = `# comment\n${EXAMPLE_POLICY_YAML.replace("looseningDelay: 1d", "looseningDelay: 24h")}`;
    expect(id(spaced)).toBe(id(EXAMPLE_POLICY_YAML));
  });

  it("changes with any limit", () => {
    expect(id(EXAMPLE_POLICY_YAML.replace("slippage: 0.3%", "slippage: 0.31%"))).not.toBe(
      id(EXAMPLE_POLICY_YAML),
    );
  });

  it("of a policy without optional guards is what it was before there were any", () => {
    expect(id(GUARDLESS_POLICY_YAML)).toBe(
      "0x330e6096e3b216f6d61f61f35ef1f87084eefb5668ca5cd604121c612aac026e",
    );
  });

  it("is stable: owners have signed ids like this one", () => {
    expect(id(EXAMPLE_POLICY_YAML)).toMatchInlineSnapshot(
      `"0xa5414f2c4817906f36445ba3eff63557422a1bf8d0e26ab373a998d47f9f1b99"`,
    );
  });
});
