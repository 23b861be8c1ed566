import type { PositionId } from "../units/brands.ts";
import { venueOf } from "../units/ids.ts";
import { operatorOf } from "../units/operatorOf.ts";
import { causeOf } from "./causeOf.ts";
import type { Cause, Dependent } from "./types.ts";

/** Where looking through a position begins: the causes that its own id names, and its form, of which facts may say more. */
export function dependentsOf(position: PositionId): {
  readonly causes: readonly Cause[];
  readonly form: Dependent;
} {
  const operator = operatorOf(position);
  const causes = [causeOf("protocol", venueOf(position))];
  return {
    causes: operator === null ? causes : [...causes, causeOf("operator", operator)],
    form: `form:${position.replace(/@0x[0-9a-f]{40}$/, "")}`,
  };
}
