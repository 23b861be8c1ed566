import type { Address } from "@ballast/core";
import { PAUSE_BITS } from "../pauseBits.ts";
import { couldNotTell } from "./couldNotTell.ts";
import { pauseRefusal } from "./pauseRefusal.ts";
import type { EigenLayerReading } from "./reading.ts";
import type { Refusal } from "./refusal.ts";

export type QueueStep = { readonly strategy: Address; readonly depositShares: bigint };

/** Deposit shares in the strategy: 0 where the positions were read and there is no exit, null where they were not. */
function held({ account }: EigenLayerReading, strategy: Address): bigint | null {
  const terms = account.exits.map((exit) => exit.terms);
  const own = terms.find((one) => one.kind === "eigenlayer-queue" && one.strategy === strategy);
  if (own?.kind === "eigenlayer-queue") return own.depositShares;
  return account.positions.length === 0 ? null : 0n;
}

/**
 * Why a queued withdrawal would revert; null when it would pass. Asking for more shares than the account has is one mistake with two faces
 * in the contract: SharesAmountTooHigh, or panic 0x11 where the operator itself has fewer.
 */
export function explainQueue(
  reading: EigenLayerReading,
  { strategy, depositShares }: QueueStep,
): Refusal | null {
  const bit = PAUSE_BITS.delegationManager.enterQueue;
  const paused = pauseRefusal(reading, { contract: "delegationManager", bit, what: "New withdrawals are" });
  if (paused !== null) return paused;
  const shares = held(reading, strategy);
  if (shares === null) return couldNotTell("the account's deposit shares");
  if (depositShares > shares) {
    const text = `The account has ${shares} deposit shares in the strategy, ${depositShares} are asked for. The queue counts deposit shares, not what slashing left of them.`;
    return { error: "SharesAmountTooHigh", text };
  }
  if (depositShares > 0n) return null;
  return { error: "SharesAmountZero", text: "A withdrawal needs at least one deposit share." };
}
