import type { ExposureFact } from "../exposure/types.ts";
import { compareText } from "../units/compareText.ts";
import { checkSnapshot } from "./checkSnapshot.ts";
import { InvariantError } from "./invariantError.ts";
import { lowerHex } from "./lowerHex.ts";
import type { Missing, RouteCurve, SafeState, Snapshot } from "./types.ts";

/** Readings in any order, for buildSnapshot to sort and check. */
export type SnapshotReadings = Omit<Snapshot, "schema">;

/**
 * The snapshot of one account at one block. Sets are sorted and hex text is lower-cased, so that the same readings always
 * have the same id, and what can only be a defect is refused: a reading twice, or what checkSnapshot names.
 * @throws InvariantError
 */
export function buildSnapshot(given: SnapshotReadings): Snapshot {
  const readings = lowerHex(given);
  const snapshot: Snapshot = {
    schema: "ballast/snapshot/1",
    account: readings.account,
    baseAsset: readings.baseAsset,
    block: readings.block,
    safe: readings.safe === null ? null : sortedSafe(readings.safe),
    positions: sorted("position", { list: readings.positions, key: ({ position }) => [position] }),
    rates: sorted("rate", { list: readings.rates, key: ({ asset }) => [asset] }),
    feeds: sorted("feed", { list: readings.feeds, key: ({ feed }) => [feed] }),
    curves: sorted("route", { list: readings.curves, key: curveKey }),
    tickets: sorted("ticket", { list: readings.tickets, key: ({ ticket }) => [ticket] }),
    exits: sorted("exit", { list: readings.exits, key: ({ position, way }) => [position, way] }),
    figures: sorted("figure", { list: readings.figures, key: ({ venue, figure }) => [venue, figure] }),
    ...(readings.exposures === undefined
      ? {}
      : { exposures: sorted("exposure", { list: readings.exposures, key: exposureKey }) }),
    gas: readings.gas,
    heads: sorted("head", { list: readings.heads, key: ({ source }) => [source] }),
    disputes: sorted("dispute", { list: readings.disputes, key: ({ subject }) => [subject] }),
    flags: sorted("flag", { list: readings.flags, key: ({ venue, code }) => [venue, code] }),
    missing: sortedMissing(readings.missing),
  };
  checkSnapshot(snapshot);
  return snapshot;
}

type Key = readonly string[];
type Keyed<Reading> = { readonly list: readonly Reading[]; readonly key: (reading: Reading) => Key };

function sorted<Reading>(kind: string, { list, key }: Keyed<Reading>): readonly Reading[] {
  const ordered = list.toSorted((a, b) => compareKeys(key(a), key(b)));
  ordered.forEach((reading, index) => {
    const previous = ordered[index - 1];
    if (previous === undefined || compareKeys(key(previous), key(reading)) !== 0) return;
    const subject = `${kind}:${key(reading).join(":")}`;
    throw new InvariantError({ subject, value: "read twice", limit: "one reading each" });
  });
  return ordered;
}

/** Part by part, as the type's documentation says, so that a separator in an id cannot change the order. */
function compareKeys(a: Key, b: Key): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at === -1 ? 0 : compareText(a[at] ?? "", b[at] ?? "");
}

/** The same thing may be missing for several reasons; for one reason it is kept once, as it was said first. */
function sortedMissing(missing: readonly Missing[]): readonly Missing[] {
  const key = ({ subject, code }: Missing): Key => [subject, code];
  const isFirst = (each: Missing, index: number) =>
    missing.findIndex((other) => compareKeys(key(other), key(each)) === 0) === index;
  return missing.filter(isFirst).toSorted((a, b) => compareKeys(key(a), key(b)));
}

const curveKey = ({ route, assetIn, assetOut, pool }: RouteCurve): Key => [route, assetIn, assetOut, pool];

const exposureKey = ({ of, kind, source, parts }: ExposureFact): Key => [
  of,
  kind,
  source,
  parts.map(({ id }) => id).join(" "),
];

function sortedSafe(safe: SafeState): SafeState {
  return { ...safe, owners: safe.owners.toSorted(compareText), modules: safe.modules.toSorted(compareText) };
}
