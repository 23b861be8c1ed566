import type { BaseUnits } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { baseUnits } from "../units/quantities.ts";
import { kindOf } from "./causeOf.ts";
import type { Cause, CauseKind, LookThrough } from "./types.ts";

/** A part of the account by which causes of one kind reach it: none, one or several at once. */
export type ExposureRow = { readonly causes: readonly Cause[]; readonly value: BaseUnits };

type Share = { readonly causes: readonly Cause[]; readonly weight: bigint };

function sharesOf({ slices }: LookThrough, kind: CauseKind): Share[] {
  const known = new Map<string, Share>();
  for (const { causes, weight } of slices) {
    const own = causes.filter((cause) => kindOf(cause) === kind);
    const key = own.join(" ");
    known.set(key, { causes: own, weight: weight + (known.get(key)?.weight ?? 0n) });
  }
  return [...known].toSorted(([a], [b]) => compareText(a, b)).map(([, share]) => share);
}

/**
 * The account's whole value in base units by the causes of one kind, in parts that add up to it exactly. Each part is rounded down, and what is then lacking goes one unit each to the
 * largest remainders, the first by name among equals (Hamilton's method). Sorted by causes.
 */
export function apportion(through: LookThrough, kind: CauseKind): ExposureRow[] {
  const { scale } = through;
  const shares = sharesOf(through, kind);
  const whole = shares.reduce((sum, { weight }) => sum + weight, 0n) / scale;
  const floors = shares.reduce((sum, { weight }) => sum + weight / scale, 0n);
  const ranked = shares
    .map((share, index) => ({ index, left: share.weight % scale }))
    .toSorted((a, b) => (a.left === b.left ? a.index - b.index : a.left > b.left ? -1 : 1));
  const raised = new Set(ranked.slice(0, Number(whole - floors)).map(({ index }) => index));
  return shares.map(({ causes, weight }, index) => ({
    causes,
    value: baseUnits(weight / scale + (raised.has(index) ? 1n : 0n)),
  }));
}
