import type {
  AccountRef,
  Action,
  Address,
  AssetId,
  BlockNumber,
  Claim,
  ExitReading,
  ExposureFact,
  Flag,
  Hash32,
  Hex,
  InnerCall,
  Missing,
  PositionId,
  PositionReading,
  RateReading,
  TicketEvent,
  TicketId,
  TicketReading,
  VenueFigure,
  VenueId,
  WithdrawalRequest,
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
  readonly tickets: readonly TicketReading[];
  readonly exits: readonly ExitReading[];
  readonly missing: readonly Missing[];
};

/** What the venue says at one block: its rates and state once, positions per account in the order asked for. */
export type VenueReadings = {
  readonly rates: readonly RateReading[];
  readonly flags: readonly Flag[];
  readonly figures: readonly VenueFigure[];
  readonly missing: readonly Missing[];
  readonly accounts: readonly AccountReadings[];
};

export type ReadRequest = {
  readonly reader: PinnedReader;
  readonly deployment: Deployment;
  readonly accounts: readonly AccountRef[];
  /** Tickets that events say are open, for venues that cannot list them by a view call; absent where nobody needs them. */
  readonly openTickets?: readonly { readonly account: Address; readonly ticket: TicketId }[];
};

/** A reading that moves money when it is wrong, so that a second source must give the same bytes. */
export type CriticalCall = { readonly account: AccountRef; readonly call: PinnedCall };

export type EncodeRequest = {
  readonly action: Action;
  readonly account: AccountRef;
  readonly deployment: Deployment;
};

export type EncodeWithdrawalRequest = Omit<EncodeRequest, "action"> & { readonly request: WithdrawalRequest };

export type EncodeClaimsRequest = Omit<EncodeRequest, "action"> & {
  /** All claims of the batch on this venue. */
  readonly claims: readonly Claim[];
};

/** A log of the chain, as a node gives it. */
export type RawLog = {
  readonly address: Address;
  readonly topics: readonly Hex[];
  readonly data: Hex;
  readonly blockNumber: BlockNumber;
  readonly blockHash: Hash32;
  readonly transactionHash: Hash32;
  readonly logIndex: bigint;
};

/** Where a venue's tickets begin and end, as its events say. */
export type TicketLog = {
  /** Name of the contract in the deployment file. */
  readonly contract: string;
  readonly signature: string;
  /** What the log says of a ticket; null for one that is not about any of the accounts. Pure. */
  readonly decode: (log: RawLog, deployment: Deployment) => TicketEvent | null;
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
  /** What its value depends on, for looking through positions; what is not stated is unknown. */
  readonly exposures: readonly ExposureFact[];
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
  /**
   * Pure: the calls that ask for a withdrawal. Approvals are exact and used up in the batch; tickets belong to the account.
   *
   * @throws ActionRefused for what the venue cannot do.
   */
  encodeRequest(request: EncodeWithdrawalRequest): readonly InnerCall[];
  /**
   * Pure: one call that takes what the tickets pay, to the account itself.
   *
   * @throws ActionRefused for what the venue cannot do.
   */
  encodeClaims(request: EncodeClaimsRequest): readonly InnerCall[];
  /** Empty for a venue without tickets. */
  readonly ticketLogs: readonly TicketLog[];
}

/** Keeps an adapter as it was written. */
export const defineAdapter = (adapter: VenueAdapter): VenueAdapter => Object.freeze(adapter);
