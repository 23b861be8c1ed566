import type { Address, Hash32 } from "@ballast/core";

/** One independent statement of what a transaction's safeTxHash is: `viem`, `verify`, `chain`, `queue`. */
export type HashStatement = { readonly by: string; readonly hash: Hash32 };

/** Two independent computations of one transaction's hash differ. Nothing may be signed or posted. */
export class HashMismatchError extends Error {
  override readonly name = "HashMismatchError";
  readonly statements: readonly HashStatement[];

  constructor(statements: readonly HashStatement[]) {
    const listed = statements.map(({ by, hash }) => `${by} says ${hash}`).join(", ");
    super(
      `safeTxHash: ${listed}; all must be equal. Sign and post nothing: the software, a data source or the queue ` +
        "has altered the transaction. Compare the transaction's fields in each of them before going on.",
    );
    this.statements = statements;
  }
}

/** A hash comparison needs at least two statements to be worth anything. */
export class HashUncheckedError extends Error {
  override readonly name = "HashUncheckedError";
  readonly statements: readonly HashStatement[];

  constructor(statements: readonly HashStatement[]) {
    super(
      `safeTxHash: ${statements.length} computation given, at least 2 independent ones are needed. ` +
        "Sign and post nothing until a second source (the Safe itself, the verifier) has answered.",
    );
    this.statements = statements;
  }
}

/** The Safe on chain says another version than the one the batch was to be built for. */
export class SafeVersionMismatchError extends Error {
  override readonly name = "SafeVersionMismatchError";
  readonly account: Address;
  readonly expected: string;
  readonly actual: string;

  constructor(fact: { readonly account: Address; readonly expected: string; readonly actual: string }) {
    super(
      `Safe ${fact.account}: version ${fact.actual}, expected ${fact.expected}. Nothing was built. ` +
        "Read the Safe again; if it was upgraded, use a deployment file whose safe.version is the new one.",
    );
    this.account = fact.account;
    this.expected = fact.expected;
    this.actual = fact.actual;
  }
}

/** Something asked for cannot be built as a Safe transaction. */
export class BatchRefusedError extends Error {
  override readonly name = "BatchRefusedError";
  readonly field: string;
  readonly value: string;
  readonly limit: string;

  constructor(fact: { readonly field: string; readonly value: string; readonly limit: string }) {
    super(`${fact.field}: ${fact.value}; allowed: ${fact.limit}. Nothing was built.`);
    this.field = fact.field;
    this.value = fact.value;
    this.limit = fact.limit;
  }
}
