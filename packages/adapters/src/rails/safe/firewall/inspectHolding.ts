import type { WithdrawalRequest } from "@ballast/core";
import type { BatchInspection } from "./batchInspection.ts";
import type { Violation } from "./violation.ts";
import { violationAt } from "./violationAt.ts";

/** What a request spends is held: the position is in the snapshot, in this asset, with at least so much of it. */
export function inspectHolding(
  { position, venue, spend }: WithdrawalRequest,
  { snapshot, call }: Pick<BatchInspection, "snapshot"> & { readonly call: bigint },
): readonly Violation[] {
  const held = snapshot.positions.find((reading) => reading.position === position);
  if (held === undefined) {
    const expected = "a position of the snapshot";
    return [{ code: "position", call, field: "position", expected, actual: position }];
  }
  const found = [
    ...violationAt(call, { code: "position", field: "venue", expected: held.venue, actual: venue }),
    ...violationAt(call, { code: "position", field: "asset", expected: held.asset, actual: spend.asset }),
  ];
  if (spend.amount > 0n && spend.amount <= held.amount) return found;
  const expected = `above 0 and at most ${held.amount}`;
  return [...found, { code: "amount", call, field: "spend", expected, actual: String(spend.amount) }];
}
