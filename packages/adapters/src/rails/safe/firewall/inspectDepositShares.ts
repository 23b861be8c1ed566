import type { RequestOrder, WithdrawalRequest } from "@ballast/core";
import type { BatchInspection } from "./batchInspection.ts";
import type { Violation } from "./violation.ts";

type Order = Extract<RequestOrder, { readonly kind: "eigenlayer-queue" }>;
type Terms = Pick<BatchInspection, "snapshot"> & { readonly order: Order; readonly call: bigint };

/** EigenLayer rounds down twice, and whoever turns withdrawable shares into deposit shares once more. */
const ROUNDINGS = 2n;

/**
 * A request names an amount in withdrawable shares, its call one in deposit shares, which slashing does not reduce. The
 * two must be the same part of the whole, but for rounding: otherwise a request of a little could take out everything.
 * depositShares / all deposit shares = spend / all withdrawable shares, compared without a division.
 */
export function inspectDepositShares(
  { position, spend }: WithdrawalRequest,
  { order, snapshot, call }: Terms,
): readonly Violation[] {
  const held = snapshot.positions.find((reading) => reading.position === position)?.amount;
  const exit = snapshot.exits.find(
    (reading) => reading.position === position && reading.terms.kind === "eigenlayer-queue",
  );
  if (held === undefined || exit?.terms.kind !== "eigenlayer-queue") {
    const expected = "an exit of the snapshot";
    return [{ code: "shares", call, field: `deposit shares of ${position}`, expected, actual: "not read" }];
  }
  const { depositShares: all } = exit.terms;
  const difference = order.depositShares * held - spend.amount * all;
  const tolerance = ROUNDINGS * (all + held);
  const same = -tolerance <= difference && difference <= tolerance;
  if (order.depositShares > 0n && order.depositShares <= all && same) return [];
  const expected = `the part of ${all} that ${spend.amount} is of ${held}`;
  return [{ code: "shares", call, field: "depositShares", expected, actual: String(order.depositShares) }];
}
