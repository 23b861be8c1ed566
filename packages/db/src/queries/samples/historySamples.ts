import type { BlockNumber, Sample, UnixSeconds, Wad } from "@ballast/core";
import { and, desc, eq, gte, lte } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { blocks } from "../../schema/blocks.ts";
import { samples } from "../../schema/samples.ts";

export type HistoryWanted = {
  readonly chainId: bigint;
  readonly series: string;
  /** The newest block that may be in it, so that the same question later has the same answer. */
  readonly upTo: BlockNumber;
  /** Only samples of this block time or later. */
  readonly from?: UnixSeconds;
  /** Only the newest so many. */
  readonly lastN?: number;
};

/** Samples of a series on canonical blocks, ascending in time. */
export async function historySamples(db: Database, wanted: HistoryWanted): Promise<Sample[]> {
  const query = db
    .select({
      block: samples.blockNumber,
      hash: samples.blockHash,
      timestamp: samples.timestamp,
      value: samples.value,
    })
    .from(samples)
    .innerJoin(blocks, eq(blocks.hash, samples.blockHash))
    .where(
      and(
        eq(samples.chainId, wanted.chainId),
        eq(samples.series, wanted.series),
        lte(samples.blockNumber, wanted.upTo),
        eq(blocks.canonical, true),
        wanted.from === undefined ? undefined : gte(samples.timestamp, wanted.from),
      ),
    )
    .orderBy(desc(samples.blockNumber))
    .$dynamic();
  const rows = await (wanted.lastN === undefined ? query : query.limit(wanted.lastN));
  return rows.reverse().map((row) => ({ ...row, value: row.value as Wad }));
}
