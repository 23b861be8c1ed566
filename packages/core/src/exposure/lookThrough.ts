import type { BaseUnits, PositionId } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { causeOf, kindOf, unknownOf } from "./causeOf.ts";
import { dependentsOf } from "./dependentsOf.ts";
import {
  CAUSE_KINDS,
  type Cause,
  type CauseKind,
  type ExposureFact,
  type LookThrough,
  type Slice,
} from "./types.ts";

/** What is looked through: value of one position in base units. */
export type Exposed = { readonly position: PositionId; readonly value: BaseUnits };

/** A part on its way through the facts. Its weight is value × WAD^depth. */
type Draft = {
  readonly causes: ReadonlySet<Cause>;
  readonly stated: ReadonlySet<CauseKind>;
  readonly weight: bigint;
  readonly depth: number;
};

type Facts = ReadonlyMap<string, readonly ExposureFact[]>;
type Questions = { readonly pending: readonly ExposureFact[]; readonly facts: Facts };
type Part = { readonly cause: Cause | null; readonly share: bigint };

function byDependent(facts: readonly ExposureFact[]): Facts {
  const known = new Map<string, ExposureFact[]>();
  for (const fact of facts) known.set(fact.of, [...(known.get(fact.of) ?? []), fact]);
  return known;
}

/** The parts of a statement and what they leave. */
function partsOf({ kind, parts, rest }: ExposureFact): Part[] {
  const left = parts.reduce<bigint>((sum, { share }) => sum - share, WAD_ONE);
  const stated = parts.map(({ id, share }) => ({ cause: causeOf(kind, id), share }));
  if (left <= 0n) return stated;
  return [...stated, { cause: rest === "unknown" ? unknownOf(kind) : null, share: left }];
}

function portion(draft: Draft, share: bigint): Pick<Draft, "weight" | "depth"> {
  if (share === WAD_ONE) return { weight: draft.weight, depth: draft.depth };
  return { weight: draft.weight * share, depth: draft.depth + 1 };
}

/** Splits a part by one statement after the other, and by what is stated of every cause that it meets on the way, each once. */
function split(draft: Draft, { pending, facts }: Questions): Draft[] {
  const [fact, ...later] = pending;
  if (fact === undefined) return [draft];
  const stated = new Set([...draft.stated, fact.kind]);
  return partsOf(fact).flatMap(({ cause, share }) => {
    const next = { ...draft, ...portion(draft, share), stated };
    if (cause === null || draft.causes.has(cause)) return split(next, { pending: later, facts });
    const causes = new Set([...draft.causes, cause]);
    return split({ ...next, causes }, { pending: [...later, ...(facts.get(cause) ?? [])], facts });
  });
}

/** A kind of which nothing was stated on the way is unknown. */
function withUnknown({ causes, stated }: Draft): Cause[] {
  const unknown = CAUSE_KINDS.filter((kind) => !stated.has(kind)).map(unknownOf);
  return [...causes, ...unknown].sort(compareText);
}

function draftsOf({ position, value }: Exposed, facts: Facts): Draft[] {
  const { causes, form } = dependentsOf(position);
  const draft = {
    causes: new Set(causes),
    stated: new Set(causes.map(kindOf)),
    weight: value,
    depth: 0,
  };
  const pending = [form, ...causes].flatMap((each) => facts.get(each) ?? []);
  return split(draft, { pending, facts });
}

/** Parts of one position that the same causes reach are one. */
function merged(slices: readonly Slice[]): Slice[] {
  const known = new Map<string, Slice>();
  for (const slice of slices) {
    const key = slice.causes.join(" ");
    known.set(key, { ...slice, weight: slice.weight + (known.get(key)?.weight ?? 0n) });
  }
  return [...known].toSorted(([a], [b]) => compareText(a, b)).map(([, slice]) => slice);
}

/**
 * Looks through positions to what their value depends on: position → protocol → operators → AVSs, and bridges, oracles and admin keys, by what facts state. A share of a
 * share is their product. Two statements of one thing are taken to be independent of one another. A kind of which nothing is stated, and what statements leave as unknown, is
 * that kind's one unknown cause. Nothing is rounded: weights are exact. The order of positions and facts does not matter.
 */
export function lookThrough(exposed: readonly Exposed[], facts: readonly ExposureFact[]): LookThrough {
  const known = byDependent(facts);
  const drafts = exposed
    .toSorted((a, b) => compareText(a.position, b.position))
    .map((each) => ({ position: each.position, parts: draftsOf(each, known) }));
  const depths = drafts.flatMap(({ parts }) => parts.map((part) => part.depth));
  const deepest = Math.max(0, ...depths);
  const scaled = ({ weight, depth }: Draft) => weight * WAD_ONE ** BigInt(deepest - depth);
  const slices = drafts.flatMap(({ position, parts }) =>
    merged(parts.map((part) => ({ position, causes: withUnknown(part), weight: scaled(part) }))),
  );
  return { scale: WAD_ONE ** BigInt(deepest), slices: slices.filter(({ weight }) => weight > 0n) };
}
