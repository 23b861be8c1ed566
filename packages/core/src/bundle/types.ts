import type { AccountRef, Address, Hash32, Hex } from "../chain/types.ts";
import type { Decision } from "../decision/types.ts";
import type { Simulation } from "../proposal/simulation.ts";
import type { InnerCall, SafeTransaction, SafeTransactionHashes } from "../proposal/types.ts";

/** What a verifier must know of the chain to read the calls. Taken from the deployment file. */
export type BundleContracts = {
  readonly multiSendCallOnly: Address;
  readonly multiSendCallOnlyCodeHash: Hash32;
  readonly deadlineChecker: Address;
  /** Sorted by id. */
  readonly assets: readonly { readonly id: string; readonly address: Address; readonly decimals: bigint }[];
  /** Contracts that may be called or given an allowance, sorted by id. */
  readonly routers: readonly { readonly id: string; readonly address: Address }[];
  /** Every contract of every venue; the id is `<venue>.<contract>` as in the deployment file. Sorted by id. */
  readonly venues: readonly { readonly id: string; readonly address: Address }[];
};

/** The proof that travels with a proposal. Its hash is contentId("bundle", bundle). */
export type Bundle = {
  readonly schema: "ballast/bundle/1";
  readonly account: AccountRef;
  readonly safeVersion: string;
  readonly decisionId: Hash32;
  readonly decision: Decision;
  /** The documents behind decision.inputs, sorted by kind then id; each hashes to its id. */
  readonly inputs: readonly { readonly kind: string; readonly id: Hash32; readonly document: unknown }[];
  readonly contracts: BundleContracts;
  readonly transaction: SafeTransaction;
  readonly calls: readonly InnerCall[];
  readonly hashes: SafeTransactionHashes;
  readonly simulation: Simulation;
};

/** A bundle as a file or a row: canonical bytes, and the keeper's EIP-712 signature over what binds it. */
export type SignedBundle = {
  readonly bundle: Bundle;
  readonly bundleHash: Hash32;
  readonly signer: Address;
  readonly signature: Hex;
};
