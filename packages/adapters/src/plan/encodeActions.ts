import type { InnerCall, Plan } from "@ballast/core";
import { ActionRefused } from "../ActionRefused.ts";
import type { Deployment } from "../deployment/types.ts";
import { adapters } from "../registry.ts";

/**
 * The calls of a plan's actions, in order, each encoded by its venue. The deadline check that comes before them is
 * added by `buildBatch`. Pure: the same plan gives the same calls.
 *
 * @throws ActionRefused for the first action that its venue or route cannot do. Nothing is encoded of the plan then.
 */
export function encodeActions(plan: Plan, deployment: Deployment): readonly InnerCall[] {
  return plan.actions.flatMap((action) => {
    const adapter = adapters.find(({ id }) => id === action.venue);
    if (adapter !== undefined) return adapter.encode({ action, account: plan.account, deployment });
    const known = adapters.map(({ id }) => id).join(", ");
    throw new ActionRefused(action.position, {
      field: "venue",
      value: action.venue,
      limit: `one of ${known}`,
    });
  });
}
