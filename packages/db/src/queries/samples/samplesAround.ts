import type { BlockNumber, Sample, UnixSeconds, Wad } from "@ballast/core";
import { and, asc, desc, eq, gt, inArray, lte } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { blocks } from "../../schema/blocks.ts";
import { samples } from "../../schema/samples.ts";

export type SamplesWanted = {
  readonly chainId: bigint;
  readonly series: readonly string[];
  readonly time: UnixSeconds;
  /** The newest block that may be in the answer. */
  readonly upTo: BlockNumber;
};

/**
 * For many series at once, by series, ascending: the newest sample up to a time, the oldest after it, and the newest of all, each
 * on a canonical block. A series without samples is left out.
 */
export async function samplesAround(
  db: Database,
  wanted: SamplesWanted,
): Promise<ReadonlyMap<string, readonly Sample[]>> {
  if (wanted.series.length === 0) return new Map();
  const found = await Promise.all([
    pick(db, { wanted, side: "before" }),
    pick(db, { wanted, side: "after" }),
    pick(db, { wanted, side: "newest" }),
  ]);
  const bySeries = new Map<string, Map<bigint, Sample>>();
  for (const { series, ...sample } of found.flat()) {
    const known = bySeries.get(series) ?? new Map<bigint, Sample>();
    bySeries.set(series, known.set(sample.block, sample));
  }
  return new Map([...bySeries].map(([series, known]) => [series, ascending(known)]));
}

function ascending(samplesByBlock: ReadonlyMap<bigint, Sample>): readonly Sample[] {
  return [...samplesByBlock.values()].toSorted((a, b) => (a.block < b.block ? -1 : 1));
}

type Side = "before" | "after" | "newest";
type Found = Sample & { readonly series: string };

async function pick(
  db: Database,
  { wanted, side }: { readonly wanted: SamplesWanted; readonly side: Side },
): Promise<Found[]> {
  const { chainId, series, time, upTo } = wanted;
  const order = side === "after" ? asc(samples.blockNumber) : desc(samples.blockNumber);
  const rows = await db
    .selectDistinctOn([samples.series], {
      series: samples.series,
      block: samples.blockNumber,
      hash: samples.blockHash,
      timestamp: samples.timestamp,
      value: samples.value,
    })
    .from(samples)
    .innerJoin(blocks, eq(blocks.hash, samples.blockHash))
    .where(
      and(
        eq(samples.chainId, chainId),
        inArray(samples.series, [...series]),
        lte(samples.blockNumber, upTo),
        eq(blocks.canonical, true),
        side === "before" ? lte(samples.timestamp, time) : undefined,
        side === "after" ? gt(samples.timestamp, time) : undefined,
      ),
    )
    .orderBy(asc(samples.series), order);
  return rows.map((row) => ({ ...row, value: row.value as Wad }));
}
