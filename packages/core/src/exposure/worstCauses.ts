import { compareText } from "../units/compareText.ts";
import { kindOf } from "./causeOf.ts";
import type { Cause, CauseKind, LookThrough } from "./types.ts";

/** Causes that reach most together, and what they reach: value in base units times the scale, what several of them reach counted once. */
export type WorstCauses = { readonly causes: readonly Cause[]; readonly weight: bigint };

/** What the same causes reach. */
type Group = { readonly causes: ReadonlySet<Cause>; readonly weight: bigint };
type Candidate = { readonly cause: Cause; readonly weight: bigint };
type State = {
  readonly chosen: WorstCauses;
  /** What no chosen cause reaches. */
  readonly groups: readonly Group[];
  readonly candidates: readonly Cause[];
};

function sumOf(parts: readonly { readonly weight: bigint }[]): bigint {
  return parts.reduce((sum, { weight }) => sum + weight, 0n);
}

function groupsOf({ slices }: LookThrough, kinds: readonly CauseKind[]): Group[] {
  const known = new Map<string, Group>();
  for (const { causes, weight } of slices) {
    const own = causes.filter((cause) => kinds.includes(kindOf(cause)));
    const key = own.join(" ");
    known.set(key, { causes: new Set(own), weight: weight + (known.get(key)?.weight ?? 0n) });
  }
  return [...known.values()];
}

/** What each candidate would add, the most first, then by name. */
function additions({ candidates, groups }: State): Candidate[] {
  return candidates
    .map((cause) => ({ cause, weight: sumOf(groups.filter(({ causes }) => causes.has(cause))) }))
    .filter(({ weight }) => weight > 0n)
    .toSorted((a, b) =>
      a.weight === b.weight ? compareText(a.cause, b.cause) : a.weight > b.weight ? -1 : 1,
    );
}

/** Better of what is known and of all choices that add up to `left` candidates to a state. What several candidates add together is at most what they add singly. */
function search(state: State, { left, best }: { left: number; best: WorstCauses }): WorstCauses {
  let found = state.chosen.weight > best.weight ? state.chosen : best;
  if (left === 0) return found;
  const ranked = additions(state);
  for (const [index, { cause, weight }] of ranked.entries()) {
    if (state.chosen.weight + sumOf(ranked.slice(index, index + left)) <= found.weight) break;
    const next = {
      chosen: {
        causes: [...state.chosen.causes, cause].sort(compareText),
        weight: state.chosen.weight + weight,
      },
      groups: state.groups.filter(({ causes }) => !causes.has(cause)),
      candidates: ranked.slice(index + 1).map((each) => each.cause),
    };
    found = search(next, { left: left - 1, best: found });
  }
  return found;
}

/**
 * The `count` causes of some kinds that reach most together, exactly: every choice is tried that could still be better than the best one found (branch and bound). Fewer where
 * fewer reach everything. What a cause reaches is counted whole, as if all of it were lost. The causes come sorted; which of several equally bad choices is named is fixed.
 */
export function worstCauses(
  through: LookThrough,
  { kinds, count }: { readonly kinds: readonly CauseKind[]; readonly count: number },
): WorstCauses {
  const groups = groupsOf(through, kinds);
  const candidates = [...new Set(groups.flatMap(({ causes }) => [...causes]))].sort(compareText);
  const none: WorstCauses = { causes: [], weight: 0n };
  return search({ chosen: none, groups, candidates }, { left: count, best: none });
}
