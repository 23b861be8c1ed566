import type { TicketReading } from "@ballast/core";
import type { PinnedResult } from "../../chain/pinnedReader.ts";
import type { Read } from "../../chain/read.ts";
import { readWord } from "../../chain/readWord.ts";
import { wholeRead } from "../../chain/wholeRead.ts";
import { readWords } from "../../chain/words.ts";
import type { RequestAnswers } from "./askRequests.ts";
import { claimDown } from "./maths/claimDown.ts";
import type { EtherfiTotals } from "./maths/etherfiTotals.ts";
import { frozenRateUp } from "./maths/frozenRateUp.ts";
import type { WithdrawalRequest } from "./maths/withdrawalRequest.ts";
import type { QueueReading } from "./readQueue.ts";
import { etherfiTicket, ticketOf } from "./ticketOf.ts";

export type TicketContext = {
  readonly queue: QueueReading | null;
  readonly totals: Read<EtherfiTotals>;
  readonly isBlacklisted: Read<boolean>;
  readonly claimsPaused: Read<boolean>;
};

type Kept = WithdrawalRequest & { readonly isValid: boolean };
type Payable = {
  readonly subject: string;
  readonly request: Kept;
  readonly claimable: PinnedResult;
  readonly isFinalized: boolean;
};

function keptOf(result: PinnedResult, subject: string): Read<Kept> {
  const read = readWords(result, { subject, count: 4 });
  if (!read.ok) return read;
  const [amountOfEEth = 0n, shareOfEEth = 0n, isValid] = read.words;
  return { ok: true, value: { amountOfEEth, shareOfEEth, isValid: isValid !== 0n } };
}

/** A claim burns the NFT and forgets the request: the one reverts, the other is all zeros. Only both together say so. */
const isBurnt = (owner: PinnedResult, request: Read<Kept>): boolean =>
  !owner.ok && owner.missing.code === "revert" && request.ok && request.value.amountOfEEth === 0n;

/** What it pays: nothing while it is invalidated; exactly, once it is finalised; else by the rate that would be frozen today. */
function payoutOf({ subject, request, claimable, isFinalized }: Payable, totals: Read<EtherfiTotals>) {
  if (!request.isValid) return { ok: true, value: 0n } as const;
  if (isFinalized) return readWord(claimable, subject);
  return totals.ok ? ({ ok: true, value: claimDown(request, frozenRateUp(totals.value)) } as const) : totals;
}

/**
 * The ticket that a request is, of which events say that it is the account's. null when it is not: claimed by now, by whomever, or
 * given to another holder. One that cannot be read is missing, never gone.
 */
export function ticketFrom(answers: RequestAnswers, context: TicketContext): Read<TicketReading> | null {
  const { account, requestId, results } = answers;
  const { queue, totals, isBlacklisted, claimsPaused } = context;
  const subject = `ticket:${etherfiTicket(requestId)}`;
  const [owner, kept, claimable] = results ?? [];
  if (queue === null || owner === undefined || kept === undefined || claimable === undefined) {
    const detail = "the deployment lists no withdrawRequestNFT to ask about it";
    return { ok: false, missing: { subject, code: "unexpected", retry: false, detail } };
  }
  const request = keptOf(kept, subject);
  if (isBurnt(owner, request)) return null;
  const holder = readWord(owner, subject);
  if (holder.ok && holder.value !== BigInt(account.address)) return null;
  const { lastFinalized } = queue;
  const found = wholeRead({ holder, request, lastFinalized, isBlacklisted, claimsPaused });
  if (!found.ok) return { ok: false, missing: { ...found.missing, subject } };
  const { value } = found;
  const isFinalized = requestId <= value.lastFinalized;
  const payout = payoutOf({ subject, request: value.request, claimable, isFinalized }, totals);
  if (!payout.ok) return { ok: false, missing: { ...payout.missing, subject } };
  const standing = {
    requestId,
    promised: value.request.amountOfEEth,
    payout: payout.value,
    isFinalized,
    isValid: value.request.isValid,
    isBlacklisted: value.isBlacklisted,
    claimsPaused: value.claimsPaused,
  };
  return { ok: true, value: ticketOf(standing, { contract: queue.address }) };
}
