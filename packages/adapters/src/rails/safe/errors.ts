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

/** A signature is not in a form that a Safe accepts. */
export class SignatureInvalidError extends Error {
  override readonly name = "SignatureInvalidError";
  readonly field: string;
  readonly value: string;
  readonly limit: string;

  constructor(fact: { readonly field: string; readonly value: string; readonly limit: string }) {
    super(`Signature: ${fact.field} is ${fact.value}; allowed: ${fact.limit}. Ask the signer to sign again.`);
    this.field = fact.field;
    this.value = fact.value;
    this.limit = fact.limit;
  }
}

/** The transaction's nonce is used up on chain: it can never execute. */
export class NonceConsumedError extends Error {
  override readonly name = "NonceConsumedError";
  readonly nonce: bigint;
  readonly onChain: bigint;

  constructor(nonce: bigint, onChain: bigint) {
    super(
      `nonce: ${nonce} is used up, the Safe is at ${onChain}. Build the transaction again at a free nonce.`,
    );
    this.nonce = nonce;
    this.onChain = onChain;
  }
}

/** The node cannot run calls on changed state, so an unsigned transaction cannot be simulated there. */
export class StateOverrideUnsupportedError extends Error {
  override readonly name = "StateOverrideUnsupportedError";
  readonly source: string;
  readonly reason: string;

  constructor(source: string, reason: string) {
    super(
      `Source ${source}: no simulation with overridden approvals (${reason}). Nothing is proposed without one: ` +
        "use a node whose eth_simulateV1 or eth_call takes state overrides (geth, Nethermind, reth, Erigon, anvil).",
    );
    this.source = source;
    this.reason = reason;
  }
}

/** The simulation ran, but something that must be known of it could not be read. */
export class SimulationIncompleteError extends Error {
  override readonly name = "SimulationIncompleteError";
  readonly source: string;
  readonly missing: string;

  constructor(source: string, missing: string) {
    super(
      `Source ${source}: simulation without ${missing}. It counts as not simulated; nothing is proposed.`,
    );
    this.source = source;
    this.missing = missing;
  }
}

/** The block that a question was pinned to is no longer part of the chain. */
export class BlockGoneError extends Error {
  override readonly name = "BlockGoneError";
  readonly hash: Hash32;

  constructor(hash: Hash32) {
    super(`Block ${hash} is no longer part of the chain. Drop what was read there and start a new sweep.`);
    this.hash = hash;
  }
}

/** The proposer key cannot be used. Says where it should be, never what is there. */
export class ProposerKeyError extends Error {
  override readonly name = "ProposerKeyError";
  readonly origin: string;
  readonly problem: string;

  constructor(origin: string, problem: string) {
    super(`Proposer key ${origin}: ${problem}. Nothing can be proposed without it.`);
    this.origin = origin;
    this.problem = problem;
  }
}

/** The proposer key is an owner of the Safe: it could move funds, and a keeper must never hold such a key. */
export class ProposerIsOwnerError extends Error {
  override readonly name = "ProposerIsOwnerError";
  readonly proposer: Address;
  readonly account: Address;

  constructor(proposer: Address, account: Address) {
    super(
      `Proposer ${proposer} is an owner of Safe ${account}. Give the keeper a key that owns nothing, name it as ` +
        "the policy's proposer, and consider this owner's key exposed.",
    );
    this.proposer = proposer;
    this.account = account;
  }
}

/** The chain was asked what became of a Safe's transactions and did not say all of it. */
export class TrackingIncompleteError extends Error {
  override readonly name = "TrackingIncompleteError";
  readonly source: string;
  readonly problem: string;

  constructor(source: string, problem: string) {
    super(
      `Source ${source}: ${problem}. No proposal changes its state on this; the next block is tried again.`,
    );
    this.source = source;
    this.problem = problem;
  }
}
