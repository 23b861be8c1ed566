import { type EigenLayerWithdrawal, type TicketId, ticketId } from "@ballast/core";
import { EIGENLAYER_ID } from "./contracts.ts";
import { withdrawalRoot } from "./maths/withdrawalRoot.ts";

/** `eigenlayer:0x…`: the key under which the withdrawal waits. */
export const ticketIdOf = (withdrawal: EigenLayerWithdrawal): TicketId =>
  ticketId(
    `${EIGENLAYER_ID}:${withdrawalRoot({ ...withdrawal, startBlock: Number(withdrawal.startBlock) })}`,
  );
