import type { BlockNumber, UnixSeconds } from "../units/brands.ts";

/** Bytes as lower-case hex with 0x. */
export type Hex = `0x${string}`;
/** 20 bytes, lower-case hex. Checksummed only where it is shown. */
export type Address = Hex & { readonly __bytes?: 20 };
/** 32 bytes, lower-case hex. */
export type Hash32 = Hex & { readonly __bytes?: 32 };

/** One block, pinned: its hash decides, its number and time are facts about it. */
export type BlockRef = {
  readonly chainId: bigint;
  readonly number: BlockNumber;
  readonly hash: Hash32;
  readonly timestamp: UnixSeconds;
};

/** One multisig on one chain. */
export type AccountRef = {
  readonly rail: "safe";
  readonly chainId: bigint;
  readonly address: Address;
};

/** Where a figure comes from; every figure carries one. The block is the snapshot's own. */
export type Source =
  | { readonly kind: "call"; readonly contract: Address; readonly method: string }
  | { readonly kind: "state"; readonly account: Address; readonly field: "balance" | "code" | "storage" }
  | { readonly kind: "header"; readonly field: string }
  | {
      readonly kind: "history";
      readonly series: string;
      readonly fromBlock: BlockNumber;
      readonly toBlock: BlockNumber;
    }
  | { readonly kind: "policy"; readonly path: string }
  /** A document outside of the chain, and the day of which it speaks: YYYY-MM-DD. */
  | { readonly kind: "document"; readonly document: string; readonly asOf: string };
