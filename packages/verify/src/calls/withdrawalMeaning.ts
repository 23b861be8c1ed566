import type { Address } from "../bytes/types.ts";

/** A withdrawal as EigenLayer hashed it when it was queued. */
export type QueuedWithdrawal = {
  readonly staker: Address;
  readonly delegatedTo: Address;
  readonly withdrawer: Address;
  readonly nonce: bigint;
  readonly startBlock: bigint;
  readonly strategies: readonly Address[];
  readonly scaledShares: readonly bigint[];
};

/** What a call asks of a venue's withdrawals: to make one, or to pay one out. */
export type WithdrawalMeaning =
  | {
      readonly kind: "queue-withdrawals";
      readonly signature: "queueWithdrawals((address[] strategies,uint256[] depositShares,address deprecatedWithdrawer)[] params)";
      readonly arguments: {
        readonly params: readonly {
          readonly strategies: readonly Address[];
          readonly depositShares: readonly bigint[];
          readonly deprecatedWithdrawer: Address;
        }[];
      };
    }
  | {
      readonly kind: "undelegate";
      readonly signature: "undelegate(address staker)";
      readonly arguments: { readonly staker: Address };
    }
  | {
      readonly kind: "complete-queued-withdrawals";
      readonly signature: "completeQueuedWithdrawals((address staker,address delegatedTo,address withdrawer,uint256 nonce,uint32 startBlock,address[] strategies,uint256[] scaledShares)[] withdrawals,address[][] tokens,bool[] receiveAsTokens)";
      readonly arguments: {
        readonly withdrawals: readonly QueuedWithdrawal[];
        readonly tokens: readonly (readonly Address[])[];
        readonly receiveAsTokens: readonly boolean[];
      };
    }
  | {
      readonly kind: "request-withdraw";
      readonly signature: "requestWithdraw(uint256 weETHAmount,address recipient)";
      readonly arguments: { readonly weETHAmount: bigint; readonly recipient: Address };
    }
  | {
      readonly kind: "batch-claim-withdraw";
      readonly signature: "batchClaimWithdraw(uint256[] tokenIds)";
      readonly arguments: { readonly tokenIds: readonly bigint[] };
    }
  | {
      readonly kind: "request-withdrawals-wsteth";
      readonly signature: "requestWithdrawalsWstETH(uint256[] amounts,address owner)";
      readonly arguments: { readonly amounts: readonly bigint[]; readonly owner: Address };
    }
  | {
      readonly kind: "claim-withdrawals";
      readonly signature: "claimWithdrawals(uint256[] requestIds,uint256[] hints)";
      readonly arguments: { readonly requestIds: readonly bigint[]; readonly hints: readonly bigint[] };
    };
