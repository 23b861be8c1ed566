import type { Policy } from "./policy.ts";
import { policyYamlTree } from "./policyYamlTree.ts";

/** A policy as YAML that parsePolicy reads back to the same policy. */
export function formatPolicyYaml(policy: Policy): string {
  return policyYamlTree(policy).toString({ lineWidth: 0 });
}
