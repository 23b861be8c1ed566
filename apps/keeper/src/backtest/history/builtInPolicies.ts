import { EXAMPLE_POLICY_YAML, type Policy, parsePolicy } from "@ballast/core";
import type { NamedPolicy } from "./incidentsPage.ts";

/** The example with every answer that can be an exit made one, and up to 10 % given up in an emergency: what leaving at once would have cost. */
function leaving(policy: Policy): Policy {
  const { guards } = policy;
  const exit = { response: "exit" } as const;
  return {
    ...policy,
    costs: { ...policy.costs, emergencySlippage: 1_000n as Policy["costs"]["emergencySlippage"] },
    guards: {
      ...guards,
      marketDepeg: { ...guards.marketDepeg, ...exit },
      ...(guards.backingLoss === undefined ? {} : { backingLoss: { ...guards.backingLoss, ...exit } }),
      operatorSlashed: exit,
    },
  };
}

/** What is rehearsed when no policy is named: the example policy, which warns and freezes, and the same one leaving. */
export function builtInPolicies(): readonly NamedPolicy[] {
  const parsed = parsePolicy(EXAMPLE_POLICY_YAML);
  if (!parsed.ok) throw new Error(`the example policy is refused: ${parsed.issues[0]?.message}`);
  return [
    { name: "example", policy: parsed.policy },
    { name: "example, leaving", policy: leaving(parsed.policy) },
  ];
}
