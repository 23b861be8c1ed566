import { EXAMPLE_POLICY_YAML } from "../policy/examplePolicyYaml.ts";

/** The example without what a policy may leave out: a policy from before the optional guards and caps. */
export const GUARDLESS_POLICY_YAML = EXAMPLE_POLICY_YAML.replace(/ {2}window: 1d\n/, "")
  .replace(/ {2}backingLoss:\n[\s\S]*(?= {2}staleOracle)/, "")
  .replace(/ {2}operators:\n[\s\S]*(?=liquidity:)/, "");
