import type { Address, BlockRef, Hash32 } from "../chain/types.ts";
import type { AssetId } from "../units/brands.ts";

/** What one asset of the account did in the simulation, in its smallest units. */
export type SimulatedChange = { readonly asset: AssetId; readonly before: bigint; readonly after: bigint };

/** Something that the plan did not foresee; any one of these refuses the proposal. */
export type Unexpected = { readonly code: string; readonly detail: string };

/** The exact Safe transaction run at the pinned block with approvals of `approvedBy` overridden. Content-addressed as kind `simulation`. */
export type Simulation = {
  readonly schema: "ballast/simulation/1";
  readonly block: BlockRef;
  readonly safeTxHash: Hash32;
  /** `eth_simulateV1` or `eth_call`. */
  readonly method: string;
  /** Owners whose approval was overridden in state; sorted. */
  readonly approvedBy: readonly Address[];
  /** The nonce was overridden: predecessors are queued, so the result is conditional. */
  readonly conditional: boolean;
  readonly success: boolean;
  /** Decoded or raw revert text; empty on success. */
  readonly revert: string;
  readonly gasUsed: bigint;
  /** Sorted by asset. */
  readonly changes: readonly SimulatedChange[];
  /** Allowances of the account to spenders of the batch, after; sorted by asset, spender. */
  readonly allowances: readonly {
    readonly asset: AssetId;
    readonly spender: Address;
    readonly after: bigint;
  }[];
  /** Owners, threshold, modules, guard, fallback handler and singleton are the same after. */
  readonly configurationUnchanged: boolean;
  readonly unexpected: readonly Unexpected[];
};
