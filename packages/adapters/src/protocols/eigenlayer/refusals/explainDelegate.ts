import type { Address, UnixSeconds } from "@ballast/core";
import { formOf } from "../formOf.ts";
import { PAUSE_BITS } from "../pauseBits.ts";
import { couldNotTell } from "./couldNotTell.ts";
import { heldOperator } from "./heldOperator.ts";
import { pauseRefusal } from "./pauseRefusal.ts";
import type { EigenLayerReading } from "./reading.ts";
import type { Refusal } from "./refusal.ts";

/** A delegation with what the caller read of the new operator. */
export type DelegateStep = {
  readonly operator: {
    readonly address: Address;
    readonly isRegistered: boolean;
    /** null when it lets everybody in. */
    readonly approver: Address | null;
    /** Strategy's form → largest magnitude; a form that is absent was not read. */
    readonly magnitudes: Readonly<Record<string, bigint>>;
  };
  /** null when none was given. */
  readonly approval: { readonly expiry: UnixSeconds; readonly isSaltSpent: boolean } | null;
  /** Time of the block that it would run in. */
  readonly now: UnixSeconds;
};

function approvalRefusal({ operator, approval, now }: DelegateStep): Refusal | null {
  const { approver } = operator;
  if (approver === null) return null;
  if (approval === null) {
    const text = `Operator ${operator.address} takes only stakers that its approver ${approver} signed for. Ask it for a signature.`;
    return { error: "InvalidSignature", text };
  }
  if (approval.isSaltSpent)
    return { error: "SaltSpent", text: "The approval's salt was used before. Ask the approver for another." };
  if (approval.expiry >= now) return null;
  const text = `The approval ended at ${approval.expiry}, the block is at ${now}. Ask the approver for a new one.`;
  return { error: "SignatureExpired", text };
}

/** Everything that the account holds is delegated at once, so one strategy without anything left refuses it all. */
function slashedRefusal({ account }: EigenLayerReading, { operator }: DelegateStep): Refusal | null {
  const held = account.exits.map(({ position }) => formOf(position));
  const unread = held.find((form) => operator.magnitudes[form] === undefined);
  if (unread !== undefined) return couldNotTell(`the operator's magnitude in ${unread}`);
  const empty = held.find((form) => operator.magnitudes[form] === 0n);
  if (empty === undefined) return null;
  const text = `Operator ${operator.address} was slashed to nothing in ${empty}, in which the account holds shares. Choose another operator.`;
  return { error: "FullySlashed", text };
}

/** Why a delegation would revert, the contract's first error first; null when it would pass. */
export function explainDelegate(reading: EigenLayerReading, step: DelegateStep): Refusal | null {
  const current = heldOperator(reading);
  if (current === undefined) return couldNotTell("the account's operator");
  if (current !== null) {
    const text = `The account is delegated to ${current}. Redelegate, or undelegate first: both put its stake in the queue.`;
    return { error: "ActivelyDelegated", text };
  }
  if (!step.operator.isRegistered) {
    const text = `${step.operator.address} is no operator of EigenLayer.`;
    return { error: "OperatorNotRegistered", text };
  }
  const bit = PAUSE_BITS.delegationManager.newDelegation;
  return (
    approvalRefusal(step) ??
    pauseRefusal(reading, { contract: "delegationManager", bit, what: "New delegations are" }) ??
    slashedRefusal(reading, step)
  );
}
