import type { eigenlayerMaths } from "@ballast/adapters";
import type { DevnetTransaction } from "@ballast/devnet";
import type { Log } from "viem";
import type { Fields } from "../form/Fields.ts";
import type { World } from "./World.ts";

/** A scenario under way. */
export type Life = {
  readonly world: World;
  /** every withdrawal that a staker ever queued, in order; grows */
  readonly withdrawals: readonly eigenlayerMaths.Withdrawal[][];
  /** the block of the first step on our chain, from which blocks are counted; -1 before it */
  firstBlock: bigint;
};

/** One step as it is about to be sent. */
export type Prepared = {
  readonly transaction: DevnetTransaction;
  /** What the step gave, in the recording's form; called after it succeeded, at its block. */
  readonly outputs?: (logs: readonly Log[]) => Promise<Readonly<Record<string, unknown>>>;
};

/** How one kind of step is replayed. `prepare` reads what it must before the step. */
export type Action = {
  /** the names of its arguments, without `note` */
  readonly takes: readonly string[];
  readonly prepare: (life: Life, step: Fields) => Promise<Prepared>;
};
