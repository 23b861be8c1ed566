import { compareText } from "@ballast/core";
import { encodeAbiParameters, keccak256, parseAbiParameters } from "viem";
import type { Answer } from "../../../chain/viewQuestion.ts";
import type { Allocation } from "../reading/allocation.ts";
import { setKey } from "../reading/operatorSet.ts";
import type { OperatorReading } from "../reading/readOperator.ts";
import type { EigenStrategy } from "../strategies.ts";

const ROWS = parseAbiParameters([
  "Row[] rows, string[] registered, bool redistributable",
  "struct Row { string set; address strategy; uint256 currentMagnitude; int256 pendingDiff; uint256 effectBlock; }",
]);

type Row = Omit<Allocation, "set"> & { readonly set: string; readonly strategy: `0x${string}` };

function rowsOf(reading: OperatorReading, strategies: readonly EigenStrategy[]): readonly Row[] {
  return reading.allocations.flatMap((answer, index) => {
    const strategy = strategies[index]?.address;
    if (!answer.ok || strategy === undefined) return [];
    return answer.value.map(({ set, ...rest }) => ({ ...rest, set: setKey(set), strategy }));
  });
}

/**
 * A number that differs whenever the operator's allocations do: the first 16 bytes of keccak256 over every allocation to every set
 * (magnitude, pending change and its block), the sets in which it is registered, and whether stake may be redistributed. The order in
 * which the contract lists them does not matter. A pending change that takes effect is a change too.
 */
export function allocationsFingerprint(
  reading: OperatorReading,
  strategies: readonly EigenStrategy[],
): Answer<bigint> {
  const { allocations, registered, isRedistributable } = reading;
  const unread = allocations.find((answer) => !answer.ok);
  if (unread !== undefined && !unread.ok) return unread;
  if (!registered.ok) return registered;
  const rows = rowsOf(reading, strategies).toSorted(
    (a, b) => compareText(a.set, b.set) || compareText(a.strategy, b.strategy),
  );
  const sets = registered.value.map(setKey).toSorted(compareText);
  const redistributes = isRedistributable.ok && isRedistributable.value;
  const hash = keccak256(encodeAbiParameters(ROWS, [rows, sets, redistributes]));
  return { ok: true, value: BigInt(hash.slice(0, 34)) };
}
