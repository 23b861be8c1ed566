import type { PositionReading } from "../../snapshot/types.ts";
import type { BaseUnits } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { subtractToZero } from "../../units/order.ts";
import type { Effect } from "../finding.ts";

/** The largest of several positions bears a whole reduction; a tie goes to the first by name. None of none. */
export function reduceLargest(held: readonly PositionReading[], excess: BaseUnits): Effect {
  const [largest] = held.toSorted((a, b) =>
    a.value === b.value ? compareText(a.position, b.position) : a.value > b.value ? -1 : 1,
  );
  if (largest === undefined) return { kind: "none" };
  const target = subtractToZero(largest.value, excess);
  return { kind: "reduce-to", position: largest.position, target, urgent: false };
}
