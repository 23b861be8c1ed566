import { rateOf } from "../portfolio/rateOf.ts";
import { compareText } from "../units/compareText.ts";
import { absDiff } from "../units/order.ts";
import { valueDown } from "../units/value.ts";
import { InvariantError } from "./invariantError.ts";
import type { PositionReading, RouteCurve, SafeState, Snapshot } from "./types.ts";

/** Readings in any order, for buildSnapshot to sort and check. */
export type SnapshotReadings = Omit<Snapshot, "schema">;

/**
 * The snapshot of one account at one block: sets sorted, so that the same readings always have the same id, and checked for
 * what can only be a defect: a reading twice, a negative amount, a value that is not the amount at its rate.
 * @throws InvariantError
 */
export function buildSnapshot(readings: SnapshotReadings): Snapshot {
  const snapshot: Snapshot = {
    schema: "ballast/snapshot/1",
    account: readings.account,
    baseAsset: readings.baseAsset,
    block: readings.block,
    safe: readings.safe === null ? null : sortedSafe(readings.safe),
    positions: sorted("position", { list: readings.positions, key: ({ position }) => position }),
    rates: sorted("rate", { list: readings.rates, key: ({ asset }) => asset }),
    feeds: sorted("feed", { list: readings.feeds, key: ({ feed }) => feed }),
    curves: sorted("route", { list: readings.curves, key: curveKey }),
    gas: readings.gas,
    heads: sorted("head", { list: readings.heads, key: ({ source }) => source }),
    disputes: sorted("dispute", { list: readings.disputes, key: ({ subject }) => subject }),
    flags: sorted("flag", { list: readings.flags, key: ({ venue, code }) => `${venue}:${code}` }),
    missing: sortedMissing(readings.missing),
  };
  checkChain(snapshot);
  for (const position of snapshot.positions) checkPosition(position, snapshot);
  for (const curve of snapshot.curves) checkCurve(curve);
  return snapshot;
}

type Keyed<Reading> = { readonly list: readonly Reading[]; readonly key: (reading: Reading) => string };

function sorted<Reading>(kind: string, { list, key }: Keyed<Reading>): readonly Reading[] {
  const ordered = list.toSorted((a, b) => compareText(key(a), key(b)));
  ordered.forEach((reading, index) => {
    const previous = ordered[index - 1];
    if (previous === undefined || key(previous) !== key(reading)) return;
    throw new InvariantError({
      subject: `${kind}:${key(reading)}`,
      value: "read twice",
      limit: "one reading each",
    });
  });
  return ordered;
}

/** The same thing may be missing for several reasons, but not twice for one. */
function sortedMissing(missing: Snapshot["missing"]): Snapshot["missing"] {
  const key = ({ subject, code }: Snapshot["missing"][number]) => `${subject} ${code}`;
  const first = new Map(missing.toReversed().map((each) => [key(each), each]));
  return [...first.values()].toSorted((a, b) => compareText(key(a), key(b)));
}

const curveKey = ({ route, assetIn, assetOut, pool }: RouteCurve) =>
  `${route}:${assetIn}>${assetOut}:${pool}`;

function sortedSafe(safe: SafeState): SafeState {
  return {
    ...safe,
    owners: [...safe.owners].sort(compareText),
    modules: [...safe.modules].sort(compareText),
  };
}

function checkChain({ account, block }: Snapshot): void {
  if (account.chainId === block.chainId) return;
  const limit = `the block's chain is ${block.chainId}`;
  throw new InvariantError({ subject: "account", value: `chain ${account.chainId}`, limit });
}

function checkPosition({ position, asset, amount, value }: PositionReading, snapshot: Snapshot): void {
  const subject = `position:${position}`;
  if (amount < 0n || value < 0n) {
    throw new InvariantError({
      subject,
      value: `amount ${amount}, value ${value}`,
      limit: "neither may be negative",
    });
  }
  const rate = rateOf(snapshot, asset);
  if (rate === null) {
    const isExplained = amount === 0n || snapshot.missing.some((each) => each.subject === `rate:${asset}`);
    if (isExplained) return;
    throw new InvariantError({
      subject,
      value: `no rate of ${asset}`,
      limit: "a rate, or rate in what is missing",
    });
  }
  const expected = valueDown(amount, rate);
  if (absDiff<bigint>(expected, value) <= 1n) return;
  throw new InvariantError({
    subject,
    value: `value ${value}`,
    limit: `${amount} at rate ${rate} is ${expected}`,
  });
}

function checkCurve(curve: RouteCurve): void {
  curve.points.forEach((point, index) => {
    const previous = curve.points[index - 1] ?? { amountIn: 0n, amountOut: 0n };
    if (point.amountIn > previous.amountIn && point.amountOut >= previous.amountOut) return;
    const value = `point ${index + 1} gives ${point.amountOut} for ${point.amountIn}`;
    const limit = "amountIn must ascend and amountOut must not descend";
    throw new InvariantError({ subject: `route:${curveKey(curve)}`, value, limit });
  });
}
