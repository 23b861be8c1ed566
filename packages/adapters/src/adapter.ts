import type {
  AccountRef,
  Action,
  Address,
  AssetId,
  Flag,
  InnerCall,
  Missing,
  PositionId,
  PositionReading,
  RateReading,
  VenueId,
} from "@ballast/core";
import type { PinnedCall, PinnedReader } from "./chain/pinnedReader.ts";
import type { Deployment } from "./deployment/types.ts";
import type { Fact } from "./facts.ts";
import type { RateSource } from "./rateSource.ts";

/** Names of a venue's contracts in a deployment file, and of the assets that it needs there. */
export type ContractNames = {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly assets: readonly string[];
};

/** A contract that the adapter reads or calls. */
export type AdapterContract = {
  readonly name: string;
  readonly address: Address;
  readonly chainId: bigint;
  readonly citation: string;
};

/** One form in which a venue holds value, and the asset that it is counted in. */
export type VenuePosition = { readonly position: PositionId; readonly asset: AssetId };

/** What the venue says of one account: every position of the venue is either read, even when it is 0, or missing. */
export type AccountReadings = {
  readonly account: AccountRef;
  readonly positions: readonly PositionReading[];
  readonly missing: readonly Missing[];
};

/** What the venue says at one block: its rates and state once, positions per account in the order asked for. */
export type VenueReadings = {
  readonly rates: readonly RateReading[];
  readonly flags: readonly Flag[];
  readonly missing: readonly Missing[];
  readonly accounts: readonly AccountReadings[];
};

export type ReadRequest = {
  readonly reader: PinnedReader;
  readonly deployment: Deployment;
  readonly accounts: readonly AccountRef[];
};

/** A reading that moves money when it is wrong, so that a second source must give the same bytes. */
export type CriticalCall = { readonly account: AccountRef; readonly call: PinnedCall };

export type EncodeRequest = {
  readonly action: Action;
  readonly account: AccountRef;
  readonly deployment: Deployment;
};

/** An event that changes what the venue is worth or what can be done with it. */
export type WatchedEvent = { readonly contract: string; readonly signature: string; readonly why: string };

/** A getter that says whether something is stopped, and what it stops for a holder who trades on a market. */
export type PauseGetter = {
  readonly contract: string;
  readonly signature: string;
  readonly stops: Flag["stops"];
  readonly why: string;
};

/**
 * One venue: everything that Ballast knows of a protocol stands behind this port. A venue that the deployment leaves
 * out has no positions and reads as nothing.
 */
export interface VenueAdapter {
  /** Kebab-case, the name of its folder. */
  readonly id: VenueId;
  readonly contractNames: ContractNames;
  readonly events: readonly WatchedEvent[];
  readonly pauses: readonly PauseGetter[];
  /** For due diligence; what is not known says so. */
  readonly facts: readonly Fact[];
  positions(deployment: Deployment): readonly VenuePosition[];
  contracts(deployment: Deployment): readonly AdapterContract[];
  /** How the accounting rate of each asset is read, at any block. */
  rates(deployment: Deployment): readonly RateSource[];
  /** Asks for everything in one turn. Never throws for a fault of the chain: a fault is `missing`. */
  read(request: ReadRequest): Promise<VenueReadings>;
  /** The calls of `read` that a second source must confirm. Subjects name the position. */
  criticalCalls(request: Omit<ReadRequest, "reader">): readonly CriticalCall[];
  /**
   * Pure: the same action gives the same calls.
   *
   * @throws ActionRefused for what the venue or the route cannot do.
   */
  encode(request: EncodeRequest): readonly InnerCall[];
}

/** Keeps an adapter as it was written. */
export const defineAdapter = (adapter: VenueAdapter): VenueAdapter => Object.freeze(adapter);
