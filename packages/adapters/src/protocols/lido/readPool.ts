import type { ReadRequest } from "../../adapter.ts";
import type { PinnedResult } from "../../chain/pinnedReader.ts";
import type { Read } from "../../chain/read.ts";
import { readGetters } from "../../chain/readGetters.ts";
import { readWord } from "../../chain/readWord.ts";
import { wholeRead } from "../../chain/wholeRead.ts";
import { POOL_GETTERS } from "./abi.ts";
import { LIDO_ID } from "./contracts.ts";
import type { PoolTotals } from "./maths/poolTotals.ts";

/** What stETH says of itself and of the pool behind it. */
export type PoolReading = {
  readonly isStopped: Read<boolean>;
  readonly totals: Read<PoolTotals>;
  /** An Aragon proxy answers these two; another contract reverts. */
  readonly implementation: PinnedResult;
  readonly kernel: PinnedResult;
};

const subject = `venue:${LIDO_ID}`;

/** Reads stETH; null where the deployment has none. */
export async function readPool({ reader, deployment }: ReadRequest): Promise<PoolReading | null> {
  const { stETH } = deployment.venues[LIDO_ID] ?? {};
  if (stETH === undefined) return null;
  const read = await readGetters(reader, { contract: stETH.address, names: POOL_GETTERS, subject });
  const { implementation, kernel } = read;
  const stopped = readWord(read.isStopped, subject);
  const totals = wholeRead({
    totalPooledEther: readWord(read.getTotalPooledEther, subject),
    totalShares: readWord(read.getTotalShares, subject),
  });
  return {
    isStopped: stopped.ok ? { ok: true, value: stopped.value !== 0n } : stopped,
    totals,
    implementation,
    kernel,
  };
}
