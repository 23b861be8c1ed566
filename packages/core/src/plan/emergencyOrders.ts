import type { Finding } from "../policy/finding.ts";
import type { BaseUnits, PositionId } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";

/** What urgent findings ask of one position. */
export type EmergencyOrder = {
  readonly position: PositionId;
  readonly target: BaseUnits;
  /** Whether what happened is the operator's doing, so that the account had better leave it altogether. */
  readonly isOfOperator: boolean;
};

/** Rules on what an operator did are named after it: `operator-slashed`, `operator-allocations`, … */
function isOfOperator({ rule }: Finding): boolean {
  return rule.startsWith("operator-");
}

/** What urgent findings ask for: for each position the lowest target of all. Sorted by position. */
export function emergencyOrders(findings: readonly Finding[]): EmergencyOrder[] {
  const orders = new Map<PositionId, EmergencyOrder>();
  for (const found of findings) {
    const { effect } = found;
    if (effect.kind !== "reduce-to" || !effect.urgent) continue;
    const { position, target } = effect;
    const known = orders.get(position);
    if (known !== undefined && known.target < target) continue;
    const isJoined = known !== undefined && known.target === target && known.isOfOperator;
    orders.set(position, { position, target, isOfOperator: isOfOperator(found) || isJoined });
  }
  return [...orders.values()].toSorted((a, b) => compareText(a.position, b.position));
}
