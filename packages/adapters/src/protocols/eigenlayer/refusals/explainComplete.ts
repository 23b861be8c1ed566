import type { BlockNumber, TicketId, TicketReading } from "@ballast/core";
import { explainEarlyClaim } from "../explainEarlyClaim.ts";
import { PAUSE_BITS } from "../pauseBits.ts";
import { strategyName } from "../strategyName.ts";
import { heldOperator } from "./heldOperator.ts";
import { pauseRefusal } from "./pauseRefusal.ts";
import type { EigenLayerReading } from "./reading.ts";
import type { Refusal } from "./refusal.ts";
import { slashedRefusal } from "./slashedRefusal.ts";

export type CompleteStep = {
  readonly ticket: TicketId;
  readonly receiveAs: "tokens" | "shares";
  /** The block that it would run in: at the earliest the one after the pinned block. */
  readonly block: BlockNumber;
};

function earlyRefusal(ticket: TicketReading, block: BlockNumber): Refusal | null {
  const text = explainEarlyClaim(ticket, block);
  return text === null ? null : { error: "WithdrawalDelayNotElapsed", text };
}

/** As tokens the strategies must pay out; as shares the account's operator of now must have something left. */
function receiptRefusal(
  reading: EigenLayerReading,
  at: { step: CompleteStep; ticket: TicketReading },
): Refusal | null {
  if (at.ticket.pays.every(({ payout }) => payout === 0n)) return null;
  const [pay] = at.ticket.pays;
  const form = pay?.asset ?? "";
  if (at.step.receiveAs === "shares")
    return slashedRefusal(reading, { operator: heldOperator(reading), form });
  const { withdrawals } = PAUSE_BITS.strategy;
  return pauseRefusal(reading, {
    contract: strategyName(form),
    bit: withdrawals,
    what: `Payouts of ${form} (completing as shares still works) are`,
  });
}

/** Why completing a withdrawal would revert, the contract's first error first; null when it would pass. */
export function explainComplete(reading: EigenLayerReading, step: CompleteStep): Refusal | null {
  const bit = PAUSE_BITS.delegationManager.exitQueue;
  const paused = pauseRefusal(reading, { contract: "delegationManager", bit, what: "Completions are" });
  if (paused !== null) return paused;
  const ticket = reading.account.tickets.find((one) => one.ticket === step.ticket);
  if (ticket !== undefined)
    return earlyRefusal(ticket, step.block) ?? receiptRefusal(reading, { step, ticket });
  const text = `No withdrawal ${step.ticket} of the account waits: it was completed already, or it is another's.`;
  return { error: "WithdrawalNotQueued", text };
}
