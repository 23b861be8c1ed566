import type { ReadRequest } from "../../adapter.ts";
import type { Read } from "../../chain/read.ts";
import { readGetters } from "../../chain/readGetters.ts";
import { readWord } from "../../chain/readWord.ts";
import { wholeRead } from "../../chain/wholeRead.ts";
import { ETHERFI_ID } from "./contracts.ts";
import type { EtherfiTotals } from "./maths/etherfiTotals.ts";
import { NO_EETH } from "./noEeth.ts";

/** What the pool says of itself, in wei. */
export type PoolReading = {
  readonly pooled: Read<bigint>;
  /** Needs eETH too. */
  readonly totals: Read<EtherfiTotals>;
  readonly least: Read<bigint>;
  readonly most: Read<bigint>;
};

const subject = `venue:${ETHERFI_ID}`;
const POOL = ["getTotalPooledEther", "minWithdrawAmount", "maxWithdrawAmount"] as const;

/** Reads the pool; null where the deployment has none. */
export async function readPool({ reader, deployment }: ReadRequest): Promise<PoolReading | null> {
  const { liquidityPool, eETH } = deployment.venues[ETHERFI_ID] ?? {};
  if (liquidityPool === undefined) return null;
  const [pool, token] = await Promise.all([
    readGetters(reader, { contract: liquidityPool.address, names: POOL, subject }),
    eETH === undefined
      ? null
      : readGetters(reader, { contract: eETH.address, names: ["totalShares"], subject }),
  ]);
  const pooled = readWord(pool.getTotalPooledEther, subject);
  const shares = token === null ? NO_EETH : readWord(token.totalShares, subject);
  return {
    pooled,
    totals: wholeRead({ pooled, shares }),
    least: readWord(pool.minWithdrawAmount, subject),
    most: readWord(pool.maxWithdrawAmount, subject),
  };
}
