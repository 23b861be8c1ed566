import type { DevnetTransaction } from "@ballast/devnet";
import type { Address } from "viem";
import type { Life, Prepared } from "./Action.ts";
import { queuedOf } from "./queuedOf.ts";
import { readPositions } from "./readPositions.ts";

type Exit = {
  readonly staker: { readonly index: number; readonly address: Address };
  readonly transaction: DevnetTransaction;
  /** deposit shares asked for, by strategy; all of them unless told */
  readonly asked?: (strategy: number) => bigint;
};

/** A step that puts shares of a staker into the queue. */
export async function prepareExit(life: Life, { staker, transaction, asked }: Exit): Promise<Prepared> {
  const positions = await readPositions(life.world, staker.address);
  const all = (strategy: number) => positions[strategy]?.depositShares ?? 0n;
  return {
    transaction,
    outputs: async (logs) => ({
      queued: queuedOf(life, logs, { staker: staker.index, positions, asked: asked ?? all }),
    }),
  };
}
