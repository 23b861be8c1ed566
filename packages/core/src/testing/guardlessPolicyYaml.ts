import { EXAMPLE_POLICY_YAML } from "../policy/examplePolicyYaml.ts";

/** Limits and guards that a policy may leave out, each with what stands in it. */
const OPTIONAL: readonly RegExp[] = [
  / {2}window: 1d\n/,
  / {2}backingLoss:\n[\s\S]*(?= {2}staleOracle)/,
  / {2}operators:\n[\s\S]*(?=liquidity:)/,
  / {2}gasShareOfGain: .*\n/,
  / {2}worstLossPerBatch: .*\n/,
  / {2}turnoverPerDay: .*\n/,
];

/** The example without what a policy may leave out: a policy from before the optional guards, caps and limits. */
export const GUARDLESS_POLICY_YAML = OPTIONAL.reduce(
  (text, part) => text.replace(part, ""),
  EXAMPLE_POLICY_YAML,
);
