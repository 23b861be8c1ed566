import {
  type FeedReading,
  formatDuration,
  type HeadReading,
  type Missing,
  type Seconds,
  type Snapshot,
  seconds,
} from "@ballast/core";
import { integer } from "../../format/integer.ts";

export type SourceRow = {
  readonly name: string;
  readonly said: string;
  readonly level: "ok" | "warning" | "critical" | "unknown";
  readonly word: string;
};

const HEAD_LOOKS = {
  agrees: { level: "ok", word: "OK" },
  lags: { level: "warning", word: "Lags" },
  disagrees: { level: "critical", word: "Disagrees" },
  silent: { level: "unknown", word: "No data" },
} as const;

/** The sources behind a snapshot: chain data first, then price feeds, then what could not be read. */
export function sourcesOf({ heads, feeds, missing, block }: Snapshot): readonly SourceRow[] {
  return [
    ...heads.map(headRow),
    ...feeds.map((feed) => feedRow(feed, block.timestamp)),
    ...missing.map(missingRow),
  ];
}

function headRow({ source, state, number, detail }: HeadReading): SourceRow {
  const said = number === null ? detail || "silent" : `head ${integer(number)}`;
  return { name: source, said, ...HEAD_LOOKS[state] };
}

function feedRow({ feed, updatedAt, heartbeat }: FeedReading, now: bigint): SourceRow {
  const age = now > updatedAt ? seconds(now - updatedAt) : (0n as Seconds);
  const late = age > heartbeat;
  const said = `${formatDuration(age)} of ${formatDuration(heartbeat)}`;
  return { name: `${feed} feed`, said, level: late ? "warning" : "ok", word: late ? "Stale" : "OK" };
}

function missingRow({ subject, detail, code }: Missing): SourceRow {
  return { name: subject, said: detail || code, level: "unknown", word: "No data" };
}
