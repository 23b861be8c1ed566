import type { Address } from "@ballast/core";
import { couldNotTell } from "./couldNotTell.ts";
import { figureIn } from "./figureIn.ts";
import type { EigenLayerReading } from "./reading.ts";
import type { Refusal } from "./refusal.ts";

/** FullySlashed: shares cannot be added where the account's operator has nothing left; null where it has, or there is no operator. */
export function slashedRefusal(
  reading: EigenLayerReading,
  { operator, form }: { readonly operator: Address | null | undefined; readonly form: string },
): Refusal | null {
  if (operator === null) return null;
  if (operator === undefined) return couldNotTell("the account's operator");
  const magnitude = figureIn(reading, `magnitude:${operator}:${form}`);
  if (magnitude === null) return couldNotTell(`the magnitude of operator ${operator}`);
  if (magnitude > 0n) return null;
  const text = `Operator ${operator} was slashed to nothing in ${form}: no shares can be added while the account is with it. Undelegate first.`;
  return { error: "FullySlashed", text };
}
