import {
  type ExitReading,
  formatBps,
  formatDuration,
  type Missing,
  type Snapshot,
  stoppedText,
  venueOf,
} from "@ballast/core";
import { amount } from "../../format/amount.ts";
import { positionParts } from "../../format/positionParts.ts";
import { type Category, venue } from "../../format/venue.ts";

/** One way out of a position through its own protocol. */
export type ExitRow = {
  readonly key: string;
  readonly name: string;
  readonly venue: string;
  readonly category: Category;
  readonly way: string;
  readonly pays: string;
  readonly fee: string;
  readonly delay: string;
  /** Most that it takes now. */
  readonly capacity: string;
  /** Why it can't be used; empty when it can. */
  readonly stopped: string;
  /** Why it was not read; empty when it was. */
  readonly unread: string;
};

const WAYS = { instant: "At once", queue: "Withdrawal queue" } as const;

/** Every way out that was read or should have been, in the order of the snapshot. Markets are not among them. */
export function exitsOf({ exits, missing }: Snapshot): readonly ExitRow[] {
  const unread = missing.filter(({ subject }) => subject.startsWith("exit:"));
  return [...exits.map(readRow), ...unread.map(unreadRow)];
}

function readRow(exit: ExitReading): ExitRow {
  const { position, way, assetIn, assetOut, fee, capacity, delay, stoppedBy } = exit;
  return {
    ...namesOf(position),
    key: `${position}:${way}`,
    way: WAYS[way],
    pays: assetOut,
    fee: fee === 0n ? "None" : formatBps(fee),
    delay: delayText({ way, delay }),
    capacity: capacity === null ? "All of it" : `${amount(capacity).text}\u00a0${assetIn}`,
    stopped: stoppedText(stoppedBy),
    unread: "",
  };
}

function delayText({ way, delay }: Pick<ExitReading, "way" | "delay">): string {
  if (way === "instant") return "None";
  return delay === null ? "No date promised" : `About ${formatDuration(delay)}`;
}

/** `exit:<position>:<way>`, where the position has a colon of its own. */
function unreadRow({ subject, detail, code }: Missing): ExitRow {
  const end = subject.lastIndexOf(":");
  const position = subject.slice("exit:".length, end) as ExitReading["position"];
  const way = subject.slice(end + 1);
  return {
    ...namesOf(position),
    key: `${position}:${way}`,
    way: WAYS[way as ExitReading["way"]] ?? way,
    pays: "",
    fee: "",
    delay: "",
    capacity: "",
    stopped: "",
    unread: detail || code,
  };
}

function namesOf(position: ExitReading["position"]): Pick<ExitRow, "name" | "venue" | "category"> {
  const { name, category } = venue(venueOf(position));
  return { name: positionParts(position).short, venue: name, category };
}
