import type { Finding, Subject } from "../policy/finding.ts";
import type { PositionId } from "../units/brands.ts";
import { venueOf } from "../units/ids.ts";
import { operatorOf } from "../units/operatorOf.ts";

/** Which positions may not be entered or left by a rebalance, as findings say. */
export type Frozen = {
  readonly entries: (position: PositionId) => boolean;
  readonly exits: (position: PositionId) => boolean;
};

/** Idle money in the base asset is no exposure: `all` does not reach it. */
function isIdle(position: PositionId): boolean {
  return position.startsWith("idle:");
}

function isWithin(position: PositionId, subject: Subject): boolean {
  if (subject.kind === "venue") return venueOf(position) === subject.id;
  return subject.kind === "operator" && operatorOf(position) === subject.id;
}

/**
 * Reads freezes out of findings. What must be brought down is not entered; what must be brought up is not left. A venue or an operator that
 * one position is brought down for is not entered by another either.
 */
export function frozenBy(findings: readonly Finding[]): Frozen {
  const entries = new Set<PositionId>();
  const exits = new Set<PositionId>();
  const reduced: Subject[] = [];
  let isAllFrozen = false;
  for (const { effect, subject } of findings) {
    if (effect.kind === "reduce-to") {
      entries.add(effect.position);
      reduced.push(subject);
    }
    if (effect.kind === "raise-to") exits.add(effect.position);
    if (effect.kind === "freeze-exits") for (const position of effect.positions) exits.add(position);
    if (effect.kind !== "freeze-entries") continue;
    if (effect.positions === "all") isAllFrozen = true;
    else for (const position of effect.positions) entries.add(position);
  }
  return {
    entries: (position) =>
      entries.has(position) ||
      (isAllFrozen && !isIdle(position)) ||
      reduced.some((subject) => isWithin(position, subject)),
    exits: (position) => exits.has(position),
  };
}
