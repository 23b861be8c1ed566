import { expect, test } from "vitest";
import { EXAMPLE_POLICY_YAML } from "./examplePolicyYaml.ts";
import { parsePolicy } from "./parsePolicy.ts";
import { policyYamlTree } from "./policyYamlTree.ts";

test("every address of a policy is quoted, and nothing else", () => {
  const parsed = parsePolicy(EXAMPLE_POLICY_YAML);
  if (!parsed.ok) throw new Error("the example is a policy");
  const quoted = [
    ...policyYamlTree(parsed.policy)
      .toString()
      .matchAll(/"([^"]*)"/g),
  ].map(([, text]) => text);
  expect(quoted).toHaveLength(3);
  for (const text of quoted) expect(text).toMatch(/^0x[0-9a-fA-F]{40}$/);
});
