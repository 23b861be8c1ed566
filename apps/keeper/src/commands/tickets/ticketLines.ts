import {
  type BlockRef,
  elapsed,
  formatAmount,
  formatDecimal,
  formatDuration,
  positionText,
  sourceText,
  stoppedText,
  type TicketFigures,
  type TicketLife,
  type UnixSeconds,
  venueText,
} from "@ballast/core";
import type { TicketStatus } from "../../tickets/ticketStatus.ts";
import { isoTime } from "../isoTime.ts";
import { lossText } from "./lossText.ts";

/** What people are told of one exit, line by line. `block` is the one that its account was last read at. */
export function ticketLines(status: TicketStatus, { block }: { readonly block: BlockRef }): string[] {
  const { life } = status;
  const from = life.position === null ? "a position that is not known" : positionText(life.position);
  return [
    `  ${venueText(life.venue)}, from ${from}: ${stateText(status)}`,
    `    ticket     ${life.ticket}`,
    ...life.figures.flatMap((figures) => figureLines(life, figures)),
    `    requested  ${requestText(status)}`,
    status.isOver ? `    ended      ${endText(life)}` : `    claimable  ${claimableText(status, block)}`,
    `    read       ${readText(status)}`,
  ];
}

const number = (value: bigint) => formatDecimal(value, { decimals: 0n, places: 0n, rounding: "down" });

function shown(amount: bigint | null, symbol: string): string {
  if (amount === null) return "not known";
  return formatAmount({ amount, decimals: 18n, places: 4n, rounding: "down", symbol });
}

function stateText({ life, proposal }: TicketStatus): string {
  if (life.state !== "claim-proposed" || proposal === null) return life.state.replaceAll("-", " ");
  return `claim proposed, nonce ${proposal.nonce}, ${proposal.state.replaceAll("-", " ")}, ${proposal.safeTxHash}`;
}

function figureLines(life: TicketLife, figures: TicketFigures): string[] {
  const { asset, promised, payout, received } = figures;
  // EigenLayer queues shares, and what they are worth moves with their price; the others queue an amount.
  const measure = life.venue === "eigenlayer" ? ", its shares at their price when last read" : "";
  const loss = lossText(life, figures);
  const paid = received === null ? `    pays now   ${shown(payout, asset)}` : receivedLine(figures, received);
  return [
    `    asked for  ${shown(promised, asset)}${measure}`,
    ...(life.state === "lost" ? [] : [paid]),
    ...(loss === null ? [] : [`    lost       ${loss}`]),
  ];
}

function receivedLine({ asset, difference }: TicketFigures, received: bigint): string {
  const due =
    difference === null
      ? "not compared with what was due"
      : difference === 0n
        ? "what was due"
        : `${number(difference)} wei off what was due`;
  return `    received   ${shown(received, asset)}, ${due}`;
}

function requestText({ life, requestedIn }: TicketStatus): string {
  const at =
    life.requestedAt === null ? "at a block that is not known" : `in block ${number(life.requestedAt)}`;
  return `${at}, ${requestedIn === null ? "transaction not in the log that was read" : `transaction ${requestedIn}`}`;
}

const CLAIMANTS = { account: "claimed by the account", stranger: "claimed by somebody else for the account" };

function endText({ endedAt, endedIn, claimedBy }: TicketLife): string {
  const at = endedAt === null ? "" : `in block ${number(endedAt)}, transaction ${endedIn}, `;
  return `${at}${claimedBy === null ? "taken back by the protocol or given away" : CLAIMANTS[claimedBy]}`;
}

function claimableText({ life, claimableAt }: TicketStatus, block: BlockRef): string {
  const { state, claimableFrom, ahead, stoppedBy } = life;
  const from =
    claimableFrom === null || claimableAt === null
      ? null
      : `block ${number(claimableFrom)}, about ${isoTime(claimableAt)}`;
  if (stoppedBy.length > 0) return `not now: ${stoppedText(stoppedBy)}`;
  if (state === "claimable" || state === "claim-proposed")
    return from === null ? "now" : `now, since ${from}`;
  return from === null
    ? `no date, the protocol names none; ${queueText(ahead)}`
    : `from ${from}${waitText(claimableAt, block)}`;
}

function waitText(claimableAt: UnixSeconds | null, { timestamp }: BlockRef): string {
  if (claimableAt === null || claimableAt <= timestamp) return "";
  return `, ${formatDuration(elapsed(timestamp, claimableAt))} after the block that was read`;
}

function queueText(ahead: bigint | null): string {
  if (ahead === null) return "what it pays out before this cannot be read";
  return ahead === 0n
    ? "this is the next that it pays out"
    : `it pays out ${shown(ahead, "ETH")} before this`;
}

function readText({ source, asOfBlock, isOver }: TicketStatus): string {
  if (source !== null) return `${sourceText(source)}, block ${number(asOfBlock)}`;
  return isOver
    ? `the log, as of block ${number(asOfBlock)}`
    : `not in the newest reading; so at block ${number(asOfBlock)}`;
}
