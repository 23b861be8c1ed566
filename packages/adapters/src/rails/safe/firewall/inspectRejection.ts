import type { AccountRef, SafeTransaction, Snapshot } from "@ballast/core";
import { inspectAccount, inspectGasFields, inspectNonce } from "./inspectEnvelope.ts";
import type { Violation } from "./violation.ts";
import { violationAt } from "./violationAt.ts";

/**
 * An on-chain rejection uses up its nonce and does nothing else: a plain call of the Safe to itself, no value,
 * no data, no refund. The only transaction with operation 0 that is let through.
 */
export function inspectRejection(
  transaction: SafeTransaction,
  seen: { readonly account: AccountRef; readonly snapshot: Pick<Snapshot, "account" | "safe"> },
): readonly Violation[] {
  const { account, snapshot } = seen;
  const comparisons = [
    { code: "target", field: "to", expected: account.address, actual: transaction.to },
    { code: "operation", field: "operation", expected: 0n, actual: transaction.operation },
    { code: "value", field: "value", expected: 0n, actual: transaction.value },
    { code: "malformed", field: "data", expected: "0x", actual: transaction.data },
  ] as const;
  return [
    ...inspectAccount(account, { ...snapshot, chainId: account.chainId }),
    ...(snapshot.safe === null ? [] : inspectNonce(transaction, snapshot.safe)),
    ...comparisons.flatMap((comparison) => violationAt(null, comparison)),
    ...inspectGasFields(transaction),
  ];
}
