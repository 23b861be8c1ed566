import { PAUSE_BITS } from "../pauseBits.ts";
import { couldNotTell } from "./couldNotTell.ts";
import { heldOperator } from "./heldOperator.ts";
import { pauseRefusal } from "./pauseRefusal.ts";
import type { EigenLayerReading } from "./reading.ts";
import type { Refusal } from "./refusal.ts";

/** Why leaving the operator would revert; null when it would pass. */
export function explainUndelegate(reading: EigenLayerReading): Refusal | null {
  const operator = heldOperator(reading);
  if (operator === undefined) return couldNotTell("the account's operator");
  if (operator === null) {
    const text = "The account is delegated to nobody. Queue a withdrawal of its deposit shares instead.";
    return { error: "NotActivelyDelegated", text };
  }
  if (operator === reading.account.account.address.toLowerCase()) {
    const text = "The account is an operator itself and cannot leave itself. Queue a withdrawal instead.";
    return { error: "OperatorsCannotUndelegate", text };
  }
  const bit = PAUSE_BITS.delegationManager.enterQueue;
  return pauseRefusal(reading, { contract: "delegationManager", bit, what: "New withdrawals are" });
}
