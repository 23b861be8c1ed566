import type { Flag, HeadReading, Missing } from "../../snapshot/types.ts";
import type { UnixSeconds, Wad } from "../../units/brands.ts";
import { assetId, positionId, sourceId, venueId } from "../../units/ids.ts";
import { parseDecimal } from "../../units/parseDecimal.ts";
import { parseDuration } from "../../units/parseDuration.ts";
import { parsePercent } from "../../units/parsePercent.ts";
import { baseUnits, rawAmount, wad } from "../../units/quantities.ts";
import { quoted } from "../../units/quoted.ts";
import { UnitError } from "../../units/unitError.ts";
import type { TapeFact } from "./tape.ts";

type Written = { readonly subject: string; readonly value: string; readonly time: UnixSeconds };
type Reader = (written: Written) => TapeFact;

function decimal(value: string, what: string): bigint {
  return parseDecimal(value, { decimals: 18n, unit: what, example: "1.0523" });
}

/** A rate or a price: above 0, since what could not be read is missing. */
function positive(value: string, what: string): Wad {
  const read = decimal(value, what);
  if (read > 0n) return wad(read);
  throw new UnitError({ unit: what, value: quoted(value), limit: "above 0; write missing:… for none" });
}

function oneOf<Word extends string>(value: string, words: readonly Word[]): Word {
  const word = words.find((each) => each === value);
  if (word !== undefined) return word;
  throw new UnitError({ unit: "word of this series", value: quoted(value), limit: words.join(", ") });
}

const STOPS: readonly (Flag["stops"] | "clear")[] = ["entries", "exits", "both", "none", "clear"];
const CODES: readonly (Missing["code"] | "clear")[] = [
  "rpc",
  "revert",
  "empty",
  "stale",
  "disputed",
  "clear",
];
const STATES: readonly HeadReading["state"][] = ["agrees", "lags", "disagrees", "silent"];
/** Figures that people write in ether or as a share; every other one is a whole number. */
const IN_WAD = /^(?:tvl$|exit-queue$|magnitude:|slashable:)/;
const MISSABLE = /^(?:(?:rate|price|feed|figure):.+|gas)$/;

function parted(subject: string): readonly [string, string] {
  const at = subject.indexOf(":");
  return at < 0 ? [subject, ""] : [subject.slice(0, at), subject.slice(at + 1)];
}

function gwei(value: string): bigint {
  return parseDecimal(value, { decimals: 9n, unit: "fee in gwei", example: "12.5" });
}

function missing({ subject, value }: Written): TapeFact {
  if (!MISSABLE.test(subject)) {
    const limit = "missing:rate:…, missing:price:…, missing:feed:…, missing:figure:… or missing:gas";
    throw new UnitError({ unit: "series", value: quoted(`missing:${subject}`), limit });
  }
  const code = oneOf(value, CODES);
  return { kind: "missing", subject, code: code === "clear" ? null : code };
}

function figure({ subject, value }: Written): TapeFact {
  const [venue, name] = parted(subject);
  const read = IN_WAD.test(name)
    ? decimal(value, "figure")
    : parseDecimal(value, { decimals: 0n, unit: "whole figure", example: "250" });
  return { kind: "figure", venue: venueId(venue), figure: name, value: read };
}

function flag({ subject, value }: Written): TapeFact {
  const [venue, code] = parted(subject);
  const stops = oneOf(value, STOPS);
  return { kind: "flag", venue: venueId(venue), code, stops: stops === "clear" ? null : stops };
}

const READERS: Readonly<Record<string, Reader>> = {
  hold: ({ subject, value }) => ({
    kind: "hold",
    position: positionId(subject),
    amount: rawAmount(decimal(value, "amount")),
  }),
  rate: ({ subject, value }) => ({ kind: "rate", asset: assetId(subject), rate: positive(value, "rate") }),
  price: ({ subject, value }) => ({
    kind: "price",
    asset: assetId(subject),
    price: positive(value, "price"),
  }),
  peg: ({ subject, value }) => ({ kind: "peg", asset: assetId(subject), peg: positive(value, "peg") }),
  depth: ({ subject, value }) => ({
    kind: "depth",
    asset: assetId(subject),
    depth: baseUnits(decimal(value, "depth")),
  }),
  fee: ({ subject, value }) => ({ kind: "fee", asset: assetId(subject), fee: parsePercent(value) }),
  grows: ({ subject, value }) => ({ kind: "grows", asset: assetId(subject), growsWith: assetId(value) }),
  "base-fee": ({ value }) => ({ kind: "base-fee", wei: gwei(value) }),
  "priority-fee": ({ value }) => ({ kind: "priority-fee", wei: gwei(value) }),
  feed: ({ subject, value, time }) => ({
    kind: "feed",
    feed: subject,
    answer: wad(decimal(value, "feed answer")),
    updatedAt: time,
  }),
  heartbeat: ({ subject, value }) => ({ kind: "heartbeat", feed: subject, heartbeat: parseDuration(value) }),
  figure,
  flag,
  queue: ({ subject, value }) => ({
    kind: "queue",
    position: positionId(subject),
    delay: value === "closed" ? null : parseDuration(value),
  }),
  slash: ({ subject, value }) => ({
    kind: "slash",
    position: positionId(subject),
    share: parsePercent(value),
  }),
  missing,
  source: ({ subject, value }) => ({
    kind: "source",
    source: sourceId(subject),
    state: oneOf(value, STATES),
  }),
  incident: ({ subject, value }) => ({
    kind: "incident",
    position: positionId(subject),
    name: value === "over" ? null : value,
  }),
  note: ({ value }) => ({ kind: "note", text: value }),
  synthetic: ({ value }) => ({ kind: "synthetic", text: value }),
};

/**
 * What one row says, from its series and value as they are written.
 * @throws UnitError for a series that is not known, or a value that is not of its unit
 */
export function readFact({
  series,
  value,
  time,
}: {
  readonly series: string;
  readonly value: string;
  readonly time: UnixSeconds;
}): TapeFact {
  const [kind, subject] = parted(series);
  const reader = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
  if (reader === undefined) {
    const limit = `one of ${Object.keys(READERS).join(", ")}, before the first colon`;
    throw new UnitError({ unit: "series", value: quoted(series), limit });
  }
  return reader({ subject, value, time });
}
