import type { BlockNumber, Sample, UnixSeconds, Wad } from "@ballast/core";
import { and, asc, desc, eq, gt, lte } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { blocks } from "../../schema/blocks.ts";
import { samples } from "../../schema/samples.ts";

export type SampleWanted = {
  readonly chainId: bigint;
  readonly series: string;
  readonly time: UnixSeconds;
  /** `at-or-before` gives the newest up to `time`, `after` the oldest beyond it. */
  readonly side: "at-or-before" | "after";
  /** The newest block that may be the answer. */
  readonly upTo: BlockNumber;
};

/** The sample of a series on a canonical block that is nearest to a time on one side of it; undefined when there is none. */
export async function sampleNearTime(db: Database, wanted: SampleWanted): Promise<Sample | undefined> {
  const before = wanted.side === "at-or-before";
  const [row] = await db
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
        before ? lte(samples.timestamp, wanted.time) : gt(samples.timestamp, wanted.time),
      ),
    )
    .orderBy(before ? desc(samples.blockNumber) : asc(samples.blockNumber))
    .limit(1);
  return row && { ...row, value: row.value as Wad };
}
