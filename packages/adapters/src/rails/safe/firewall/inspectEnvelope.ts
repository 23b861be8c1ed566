import type { AccountRef, Address, SafeState, SafeTransaction } from "@ballast/core";
import type { Violation } from "./violation.ts";
import { violationAt } from "./violationAt.ts";

const ZERO: Address = "0x0000000000000000000000000000000000000000";
/** A nonce further ahead than this is a mistake: nobody signs a hundred transactions in front of it. */
const NONCE_LEAD_MAX = 100n;
/** Versions whose hash, MultiSendCallOnly and storage layout this software knows. */
const KNOWN_VERSIONS = ["1.3.0", "1.4.1", "1.5.0"];

/** Refund fields pay whoever executes out of the account, so every one of them must be zero. */
export function inspectGasFields(transaction: SafeTransaction): readonly Violation[] {
  const fields = [
    ["safeTxGas", 0n, transaction.safeTxGas],
    ["baseGas", 0n, transaction.baseGas],
    ["gasPrice", 0n, transaction.gasPrice],
    ["gasToken", ZERO, transaction.gasToken],
    ["refundReceiver", ZERO, transaction.refundReceiver],
  ] as const;
  return fields.flatMap(([field, expected, actual]) =>
    violationAt(null, { code: "gas-field", field, expected, actual }),
  );
}

/** The nonce may wait behind others, but neither be used up nor lie out of reach. */
export function inspectNonce(transaction: SafeTransaction, safe: SafeState): readonly Violation[] {
  const last = safe.nonce + NONCE_LEAD_MAX;
  if (transaction.nonce >= safe.nonce && transaction.nonce <= last) return [];
  const expected = `${safe.nonce} to ${last}`;
  return [{ code: "nonce", call: null, field: "nonce", expected, actual: String(transaction.nonce) }];
}

/** The Safe was read at the snapshot's block, is the one meant, and is of a version this software knows. */
export function inspectAccount(
  account: AccountRef,
  seen: { readonly account: AccountRef; readonly safe: SafeState | null; readonly chainId: bigint },
): readonly Violation[] {
  const places = [
    ["account of the snapshot", account.address, seen.account.address],
    ["chain of the snapshot", account.chainId, seen.account.chainId],
    ["chain of the deployment", account.chainId, seen.chainId],
  ] as const;
  const found = places.flatMap(([field, expected, actual]) =>
    violationAt(null, { code: "account", field, expected, actual }),
  );
  if (seen.safe === null) {
    const actual = "nothing, it could not be read";
    return [...found, { code: "safe-unread", call: null, field: "Safe state", expected: "read", actual }];
  }
  if (KNOWN_VERSIONS.includes(seen.safe.version)) return found;
  const expected = KNOWN_VERSIONS.join(", ");
  const { version: actual } = seen.safe;
  return [...found, { code: "unsupported-version", call: null, field: "Safe version", expected, actual }];
}
