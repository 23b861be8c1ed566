import type { Address, Hex } from "viem";

/** A transaction that the devnet sends from one of its own accounts; anvil signs it. */
export interface DevnetTransaction {
  /** what it does, for messages */
  readonly what: string;
  readonly from: Address;
  /** absent for a deployment */
  readonly to?: Address;
  readonly data?: Hex;
  /** wei */
  readonly value?: bigint;
  /** gas limit; 7,000,000 unless told */
  readonly gas?: bigint;
}
