import type { AccountRef, Address, Hash32 } from "../../chain/types.ts";
import type { UnixSeconds } from "../../units/brands.ts";
import type { Policy } from "../policy.ts";

/** Owners and threshold of an account as the chain has them at one block. */
export type OwnerSet = { readonly owners: readonly Address[]; readonly threshold: bigint };

/** One stored approval after its signature was checked. */
export type CheckedApproval = {
  /** Whom the row names. */
  readonly owner: Address;
  readonly notBefore: UnixSeconds;
  /**
   * Whether the signature over approvalMessage(…) of this very row is by `owner`: recovered, or asked of the owner's contract
   * (EIP-1271) at the judged block. `unknown` when that could not be asked.
   */
  readonly verdict: "valid" | "invalid" | "unknown";
};

/** One stored policy version as the database gives it. Nothing in it is believed. */
export type StoredVersion = {
  readonly policyId: Hash32;
  readonly version: bigint;
  readonly previousHash: Hash32;
  /** Canonical text of the policy. */
  readonly document: string;
  readonly author: Address;
  readonly approvals: readonly CheckedApproval[];
  /** Owners at the block of a past activation, from the chain; null where they are not known, and for what activates now. */
  readonly ownersAtActivation: OwnerSet | null;
};

export type VersionRef = { readonly version: bigint; readonly policyHash: Hash32 };

/** What one keeper remembers of one account outside the database. */
export type KeeperMemory = {
  /** The highest version ever acted on. */
  readonly floor: VersionRef | null;
  /** By policy id: block time at which this keeper first saw the version with enough approvals. */
  readonly firstSeen: Readonly<Record<Hash32, UnixSeconds>>;
};

export type VersionsInput = {
  readonly account: AccountRef;
  /** Every stored version of the account, in any order. */
  readonly stored: readonly StoredVersion[];
  /** Owners at the judged block. */
  readonly owners: OwnerSet;
  /** Time of the judged block. The only clock. */
  readonly now: UnixSeconds;
  readonly memory: KeeperMemory;
  /** Lowest version that the operator lets the keeper act on; 0 for none. Versions up to it are not made to wait again. */
  readonly minimumVersion: bigint;
};

/** A stored version whose content hashes to its id and is a policy of this account. */
export type SoundVersion = Omit<StoredVersion, "document"> & { readonly policy: Policy };

/** A version that may come into force, and what it waits for. */
export type PendingVersion = {
  readonly policyId: Hash32;
  readonly version: bigint;
  readonly waitsFor: "approvals" | "time" | "previous";
  /** Approvals that count together, and how many are needed. */
  readonly have: bigint;
  readonly need: bigint;
  /** When it comes into force if nothing changes; null while that is not known. */
  readonly effectiveAt: UnixSeconds | null;
};

export type VersionProblemCode =
  | "hash-mismatch"
  | "not-a-policy"
  | "other-account"
  | "altered-row"
  | "bad-signature"
  | "signature-unknown"
  | "not-an-owner"
  | "author-alone"
  | "not-enough-approvals"
  | "back-dated"
  | "gap"
  | "other-branch"
  | "below-floor"
  | "owners-unknown"
  | "re-approve";

/** Something about the stored versions that people must know. `incident` when somebody may have tampered. */
export type VersionProblem = {
  readonly code: VersionProblemCode;
  readonly level: "notice" | "incident";
  /** Policy id or owner that it is about: with the code, what makes it one problem. */
  readonly subject: string;
  readonly version: bigint | null;
  readonly message: string;
};

export type VersionsJudgement = {
  readonly inForce: { readonly policyId: Hash32; readonly version: bigint; readonly policy: Policy } | null;
  /** Lowest version first. */
  readonly pending: readonly PendingVersion[];
  readonly problems: readonly VersionProblem[];
  /** What the keeper must have stored outside the database before it acts on this judgement. */
  readonly memory: KeeperMemory;
};
