import type { AccountRef, Hash32, Plan, Policy, SafeTransaction, Snapshot } from "@ballast/core";
import type { Deployment } from "../../../deployment/types.ts";

/** Everything the firewall compares: the final transaction, and what each part of it must follow from. */
export type BatchInspection = {
  readonly account: AccountRef;
  readonly transaction: SafeTransaction;
  readonly plan: Plan;
  readonly deployment: Deployment;
  readonly snapshot: Pick<
    Snapshot,
    "account" | "block" | "safe" | "rates" | "positions" | "exits" | "tickets"
  >;
  readonly policy: Pick<Policy, "batch" | "costs" | "proposalDeadline">;
  /** keccak256 of the code at the deployment's MultiSendCallOnly, read on chain; null when it could not be read. */
  readonly multiSendCallOnlyCodeHash: Hash32 | null;
};
