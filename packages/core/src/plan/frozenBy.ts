import type { Finding } from "../policy/finding.ts";
import type { PositionId } from "../units/brands.ts";

/** Which positions may not be entered or left by a rebalance, as findings say. */
export type Frozen = {
  readonly entries: (position: PositionId) => boolean;
  readonly exits: (position: PositionId) => boolean;
};

/** Idle money in the base asset is no exposure: `all` does not reach it. */
function isIdle(position: PositionId): boolean {
  return position.startsWith("idle:");
}

/** Reads freezes out of findings. What must be brought down is not entered; what must be brought up is not left. */
export function frozenBy(findings: readonly Finding[]): Frozen {
  const entries = new Set<PositionId>();
  const exits = new Set<PositionId>();
  let isAllFrozen = false;
  for (const { effect } of findings) {
    if (effect.kind === "reduce-to") entries.add(effect.position);
    if (effect.kind === "raise-to") exits.add(effect.position);
    if (effect.kind === "freeze-exits") for (const position of effect.positions) exits.add(position);
    if (effect.kind !== "freeze-entries") continue;
    if (effect.positions === "all") isAllFrozen = true;
    else for (const position of effect.positions) entries.add(position);
  }
  return {
    entries: (position) => entries.has(position) || (isAllFrozen && !isIdle(position)),
    exits: (position) => exits.has(position),
  };
}
