import type { Simulation, Unexpected } from "../proposal/simulation.ts";
import type { AssetId } from "../units/brands.ts";
import { spendsToken } from "./expectedChanges.ts";
import type { Plan } from "./types.ts";

/** What a simulation measured, before it was judged. */
export type Measured = Omit<Simulation, "unexpected">;
type Check = { readonly plan: Plan; readonly simulation: Measured };

function execution({ simulation }: Check): Unexpected[] {
  if (simulation.success) return [];
  return [
    {
      code: "reverted",
      detail: simulation.revert === "" ? "the batch reverted without a reason" : simulation.revert,
    },
  ];
}

/** Every planned asset is measured and within its bounds; every other one is unchanged. */
function balances({ plan, simulation }: Check): Unexpected[] {
  const measured = new Map(simulation.changes.map((each) => [each.asset, each.after - each.before]));
  const planned = plan.expected.flatMap(({ asset, atLeast, atMost }): Unexpected[] => {
    const change = measured.get(asset);
    if (change === undefined)
      return [{ code: "balance-not-measured", detail: `${asset}: no balance was read` }];
    const bounds = `${asset} changed by ${change}, planned ${atLeast} to ${atMost}`;
    if (change < atLeast) return [{ code: "balance-below-plan", detail: bounds }];
    return change > atMost ? [{ code: "balance-above-plan", detail: bounds }] : [];
  });
  const known = new Set<AssetId>(plan.expected.map((each) => each.asset));
  const strangers = [...measured].filter(([asset, change]) => !known.has(asset) && change !== 0n);
  return [
    ...planned,
    ...strangers.map(([asset, change]) => ({
      code: "balance-not-planned",
      detail: `${asset} changed by ${change}, planned 0`,
    })),
  ];
}

/** Whoever was allowed to spend is allowed nothing after; every spent asset's allowance was looked at. */
function allowances({ plan, simulation }: Check): Unexpected[] {
  const left = simulation.allowances
    .filter((each) => each.after !== 0n)
    .map(({ asset, spender, after }) => ({
      code: "allowance-left",
      detail: `${asset}: ${spender} may still spend ${after}`,
    }));
  const seen = new Set(simulation.allowances.map((each) => each.asset));
  const spending = [...plan.actions, ...plan.requests.filter(spendsToken)];
  const spent = new Set(spending.map(({ spend }) => spend.asset));
  const unseen = [...spent].filter((asset) => !seen.has(asset));
  return [
    ...left,
    ...unseen.map((asset) => ({ code: "allowance-not-measured", detail: `${asset}: no allowance was read` })),
  ];
}

function configuration({ simulation }: Check): Unexpected[] {
  if (simulation.configurationUnchanged) return [];
  const detail = "owners, threshold, modules, guard, fallback handler or singleton would change";
  return [{ code: "configuration-changed", detail }];
}

/**
 * Compares a simulation of the exact batch with its plan. Anything that the plan did not foresee refuses the proposal: a revert, a balance
 * outside its bounds or never planned to move, an allowance left behind, a changed Safe, or something that should have been measured and was not. A
 * batch that reverted moved nothing, so only the revert is told.
 */
export function checkOutcome(check: Check): Unexpected[] {
  const failed = execution(check);
  if (failed.length > 0) return [...failed, ...configuration(check)];
  return [...balances(check), ...allowances(check), ...configuration(check)];
}
