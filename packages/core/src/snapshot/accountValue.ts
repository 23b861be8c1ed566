import type { BaseUnits, PositionId } from "../units/brands.ts";
import { sumValues } from "../units/order.ts";
import type { Snapshot } from "./types.ts";

const OF_VALUE = /^(?:position|rate|venue|ticket):/;

/**
 * Accounting value of everything that was read, withdrawals under way included. `isComplete` is false when a position, a rate, a venue or a ticket is
 * missing: then it is a lower bound, and no share may be taken of it.
 */
export function accountValue({ positions, tickets, missing }: Snapshot): {
  value: BaseUnits;
  isComplete: boolean;
} {
  return {
    value: sumValues([...positions, ...tickets].map(({ value }) => value)),
    isComplete: !missing.some(({ subject }) => OF_VALUE.test(subject)),
  };
}

/** Accounting value of one position; null when it was not read, which is not 0. */
export function positionValue({ positions }: Snapshot, position: PositionId): BaseUnits | null {
  return positions.find((reading) => reading.position === position)?.value ?? null;
}
