import type { Hash32 } from "../bytes/types.ts";
import type { DecodedCall } from "../calls/types.ts";
import type { SafeTransactionHashes } from "../safe/types.ts";
import type { TrustedContracts } from "./knownContracts.ts";
import type { Plan } from "./schema/plan.ts";
import type { SignedBundle } from "./schema/signedBundle.ts";

/** One thing that was looked at. `detail` says what was found, or what differs. */
export type Check = {
  readonly id: string;
  readonly title: string;
  readonly ok: boolean;
  readonly detail: string;
};

/** What the verifier found out for itself; null when the bundle could not be read that far. */
export type BundleFacts = {
  readonly bundleHash: Hash32;
  readonly hashes: SafeTransactionHashes;
  readonly calls: readonly DecodedCall[];
  /** From the calldata and the snapshot's rates, in the smallest unit of the base asset. */
  readonly worstLoss: bigint;
  readonly deadline: bigint;
};

export type BundleVerdict = {
  readonly verdict: "ok" | "refused";
  readonly checks: readonly Check[];
  /** One sentence. */
  readonly summary: string;
  readonly facts: BundleFacts | null;
  /** What only the bundle itself vouches for: to be compared by whoever relies on it. */
  readonly assumptions: readonly string[];
};

/** A bundle whose fields could be read, for the checks. */
export type Context = {
  readonly text: string;
  readonly file: SignedBundle;
  readonly plan: Plan;
  /** null: nobody outside of the bundle names the contracts of this chain. */
  readonly trusted: TrustedContracts | null;
};

/** Looks at one thing: returns what it found, or throws a VerifyError that says what differs. */
export type CheckDefinition = {
  readonly id: string;
  readonly title: string;
  run(context: Context): string;
};
