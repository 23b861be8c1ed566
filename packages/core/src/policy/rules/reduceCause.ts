import type { Cause, LookThrough } from "../../exposure/types.ts";
import type { PositionReading } from "../../snapshot/types.ts";
import type { PositionId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { mulDivUp } from "../../units/mulDiv.ts";
import { subtractToZero } from "../../units/order.ts";
import { baseUnits } from "../../units/quantities.ts";
import type { Effect } from "../finding.ts";

type Reached = { readonly held: PositionReading; readonly reach: bigint; readonly whole: bigint };

/** What of each held position the cause reaches, and all of it, in weights. */
function reachedOf(
  { slices }: LookThrough,
  { cause, positions }: { cause: Cause; positions: readonly PositionReading[] },
): Reached[] {
  const sum = (position: PositionId, isMeant: (causes: readonly Cause[]) => boolean) =>
    slices
      .filter((slice) => slice.position === position && isMeant(slice.causes))
      .reduce((total, { weight }) => total + weight, 0n);
  return positions
    .filter(({ value }) => value > 0n)
    .map((held) => ({
      held,
      reach: sum(held.position, (causes) => causes.includes(cause)),
      whole: sum(held.position, () => true),
    }))
    .filter(({ reach }) => reach > 0n);
}

/**
 * Takes a cause's excess, a weight, out of the position that it reaches most of; a tie goes to the first by name. A position that depends on it in part must give more than the excess: rounded up.
 * Nothing where nothing held is reached.
 */
export function reduceCause(
  through: LookThrough,
  {
    cause,
    excess,
    positions,
  }: { readonly cause: Cause; readonly excess: bigint; readonly positions: readonly PositionReading[] },
): Effect {
  const [most] = reachedOf(through, { cause, positions }).toSorted((a, b) =>
    a.reach === b.reach ? compareText(a.held.position, b.held.position) : a.reach > b.reach ? -1 : 1,
  );
  if (most === undefined) return { kind: "none" };
  const { held, reach, whole } = most;
  const given = mulDivUp(excess, { times: whole, over: reach * through.scale });
  const target = baseUnits(subtractToZero<bigint>(held.value, given));
  return { kind: "reduce-to", position: held.position, target, urgent: false };
}
