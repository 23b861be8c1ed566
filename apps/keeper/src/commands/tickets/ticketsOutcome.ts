import {
  type BlockRef,
  checksumAddress,
  elapsed,
  formatDecimal,
  formatDuration,
  type UnixSeconds,
} from "@ballast/core";
import type { AccountTickets } from "../../tickets/accountTickets.ts";
import type { TicketStatus } from "../../tickets/ticketStatus.ts";
import { isoTime } from "../isoTime.ts";
import type { Outcome } from "../outcome.ts";
import { ticketJson } from "./ticketJson.ts";
import { ticketLines } from "./ticketLines.ts";

type View = {
  /** Also those that are over. */
  readonly isAll: boolean;
  readonly now: UnixSeconds;
};

/** The exits of these accounts as an answer: text for people, and one document per account. */
export function ticketsOutcome(loaded: readonly AccountTickets[], view: View): Outcome {
  const text = loaded.map((each) => accountLines(each, view).join("\n"));
  if (loaded.length === 0)
    text.push(
      "No account is registered yet: insert its treasury and itself into the tables treasuries and accounts.",
    );
  return { exitCode: 0, text: text.join("\n\n"), json: loaded.map((each) => accountJson(each, view)) };
}

const shownOf = ({ statuses }: AccountTickets, { isAll }: View) =>
  isAll ? statuses : statuses.filter(({ isOver }) => !isOver);
const ageOf = ({ timestamp }: BlockRef, { now }: View) =>
  elapsed(timestamp, now > timestamp ? now : timestamp);

function accountLines(tickets: AccountTickets, view: View): string[] {
  const { account, block, statuses, missing } = tickets;
  const name = `${account.name} ${checksumAddress(account.address)}`;
  if (block === null) return [name, "  It was not read yet. Start the keeper, or run `ballast tick --once`."];
  const shown = shownOf(tickets, view);
  const number = formatDecimal(block.number, { decimals: 0n, places: 0n, rounding: "down" });
  return [
    name,
    `  as of block ${number} ${block.hash}, ${isoTime(block.timestamp)}, ${formatDuration(ageOf(block, view))} ago`,
    ...(shown.length === 0 ? [nothing(statuses)] : shown.flatMap((status) => ticketLines(status, { block }))),
    ...missing.map(
      ({ subject, detail }) => `  Not read: ${subject}: ${detail}. What it would show is missing here.`,
    ),
  ];
}

function nothing({ length }: readonly TicketStatus[]): string {
  const them = length === 1 ? "it" : "them";
  const over = length === 0 ? "" : ` ${length} over: \`ballast tickets --all\` shows ${them}.`;
  return `  No exit is under way.${over}`;
}

function accountJson(tickets: AccountTickets, view: View) {
  const { account, block, missing } = tickets;
  return {
    account: account.address,
    name: account.name,
    block: block === null ? null : { ...block, age: ageOf(block, view) },
    tickets: shownOf(tickets, view).map(ticketJson),
    missing,
  };
}
