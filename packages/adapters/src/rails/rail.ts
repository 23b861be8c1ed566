import type { AccountRef, Address, Simulation } from "@ballast/core";
import type { PinnedReader } from "../chain/pinnedReader.ts";

/** What differs from one kind of multisig to the next, by name. */
export type RailTypes = {
  /** Read state of the multisig, or what is missing of it. */
  readonly Reading: unknown;
  readonly Transaction: unknown;
  readonly Hashes: unknown;
  readonly Batch: unknown;
  readonly BatchRequest: unknown;
  readonly Inspection: unknown;
  readonly Violation: unknown;
  readonly SimulationRequest: unknown;
  readonly TrackRequest: unknown;
  readonly Facts: unknown;
};

/**
 * A kind of multisig: how its state is read, how a plan becomes its transaction, and how that is judged, run and
 * followed. Nothing here signs for an owner or executes.
 */
export interface Rail<Types extends RailTypes> {
  readonly id: AccountRef["rail"];
  /** Joins the sweep's aggregate. Never throws for a fault of the chain. */
  readState(reader: PinnedReader, account: Address): Promise<Types["Reading"]>;
  build(request: Types["BatchRequest"]): Promise<Types["Batch"]>;
  /** A transaction that uses up the nonce and does nothing. */
  reject(account: AccountRef, nonce: bigint): Types["Transaction"];
  /** The firewall: pure, sharing no code with `build`. An empty list is the only pass. */
  inspect(inspection: Types["Inspection"]): readonly Types["Violation"][];
  hashes(transaction: Types["Transaction"], account: AccountRef): Types["Hashes"];
  simulate(request: Types["SimulationRequest"]): Promise<Simulation>;
  track(request: Types["TrackRequest"]): Promise<Types["Facts"]>;
}
