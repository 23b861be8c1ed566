import { type Policy, PRESET_NAMES, parsePolicy, presetYaml } from "@ballast/core";
import type { NamedPolicy } from "./incidentsPage.ts";

/** Nobody's: a rehearsal asks no chain. */
const WHOSE = {
  account: `0x${"ba".repeat(20)}`,
  chainId: 1n,
  proposer: `0x${"b0".repeat(20)}`,
};

/** A policy with every answer that can be an exit made one, and up to 10 % given up in an emergency: what leaving at once would have cost. */
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

/** A preset as it works once its owners let it propose. */
function preset(name: (typeof PRESET_NAMES)[number]): Policy {
  const parsed = parsePolicy(presetYaml(name, WHOSE));
  if (!parsed.ok) throw new Error(`the ${name} preset is refused: ${parsed.issues[0]?.message}`);
  return { ...parsed.policy, mode: "propose" };
}

/** What is rehearsed when no policy is named: every preset, and the balanced one leaving at once. */
export function builtInPolicies(): readonly NamedPolicy[] {
  return [
    ...PRESET_NAMES.map((name) => ({ name, policy: preset(name) })),
    { name: "balanced, leaving", policy: leaving(preset("balanced")) },
  ];
}
