import type { Snapshot } from "../snapshot/types.ts";
import type { ExitReading } from "../ticket/exitReading.ts";
import type { PositionId } from "../units/brands.ts";

/** The queue through which a position can be left at its protocol, usable now or not; null when none was read. */
export function queueOf({ exits }: Snapshot, position: PositionId): ExitReading | null {
  return exits.find((each) => each.position === position && each.way === "queue") ?? null;
}
