import type { Address } from "../chain/types.ts";
import type { BlockNumber } from "../units/brands.ts";

/**
 * A queued withdrawal exactly as EigenLayer hashed it: its root is keccak256 of the ABI encoding of these fields in this order
 * (eigenlayer-contracts, src/contracts/interfaces/IDelegationManager.sol, struct Withdrawal).
 */
export type EigenLayerWithdrawal = {
  readonly staker: Address;
  readonly delegatedTo: Address;
  readonly withdrawer: Address;
  readonly nonce: bigint;
  readonly startBlock: BlockNumber;
  readonly strategies: readonly Address[];
  readonly scaledShares: readonly bigint[];
};

/** What a venue must be told to pay a ticket out. */
export type ClaimOrder =
  | {
      readonly kind: "eigenlayer-withdrawal";
      readonly withdrawal: EigenLayerWithdrawal;
      /** Token of each strategy, in the order of the strategies. */
      readonly tokens: readonly Address[];
    }
  | { readonly kind: "etherfi-request"; readonly requestId: bigint }
  /** `hint` is the checkpoint that the queue finds the request's rate in; 0 while it is not finalised. */
  | { readonly kind: "lido-request"; readonly requestId: bigint; readonly hint: bigint };
