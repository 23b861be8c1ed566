import type { Answer } from "../../../chain/viewQuestion.ts";
import type { Allocation } from "../reading/allocation.ts";
import { setKey } from "../reading/operatorSet.ts";
import type { OperatorReading } from "../reading/readOperator.ts";

/**
 * The allocations of one strategy whose operator set can slash now: where the operator is registered, and where it left but can still
 * be slashed. One of them unknown makes the whole unknown.
 */
export function slashableAllocations(
  { allocations, registered, lingering }: OperatorReading,
  index: number,
): Answer<readonly Allocation[]> {
  const own = allocations[index];
  if (own === undefined) return { ok: true, value: [] };
  if (!own.ok) return own;
  if (!registered.ok) return registered;
  const present = new Set(registered.value.map(setKey));
  const held = own.value.filter(({ currentMagnitude }) => currentMagnitude > 0n);
  const left = held.filter(({ set }) => !present.has(setKey(set)));
  const unread = left.map(({ set }) => lingering.get(setKey(set))).find((answer) => answer?.ok === false);
  if (unread !== undefined && !unread.ok) return unread;
  const canSlash = ({ set }: Allocation) => {
    const answer = lingering.get(setKey(set));
    return present.has(setKey(set)) || (answer?.ok === true && answer.value);
  };
  return { ok: true, value: held.filter(canSlash) };
}
