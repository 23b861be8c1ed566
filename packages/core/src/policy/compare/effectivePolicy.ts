import { guardWindow } from "../../history/guardWindow.ts";
import { GUARD_DEFAULTS } from "../guardDefaults.ts";
import type { Policy } from "../policy.ts";

/** The policy with everything written out that holds where it says nothing. Two that judge alike are the same then, but for their version. */
export function effectivePolicy(policy: Policy): Policy {
  return {
    ...policy,
    caps: {
      ...policy.caps,
      operators: policy.caps.operators ?? [],
      assets: policy.caps.assets ?? [],
      sharedCauses: policy.caps.sharedCauses ?? [],
    },
    guards: { ...GUARD_DEFAULTS, ...policy.guards, window: guardWindow(policy) },
  };
}
