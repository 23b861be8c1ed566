import { findBlockAtTime, readHeaders, readSamples } from "@ballast/adapters";
import { type BlockRef, type Seconds, type Series, unixSeconds } from "@ballast/core";
import { insertBlock, type Lease, sampleNearTime, saveSamples } from "@ballast/db";
import type { Keeper } from "../service/keeper.ts";

/**
 * Reads the accounting rates of the block at the start of a yield window, when none are stored from before it, so
 * that a new keeper need not wait a whole window before it knows a yield. Says in the log what it could not read.
 */
export async function backfillRates(
  keeper: Keeper,
  wanted: { readonly head: BlockRef; readonly window: Seconds; readonly lease: Lease },
): Promise<void> {
  const { head, window, lease } = wanted;
  const time = unixSeconds(head.timestamp - window);
  if (await isCovered(keeper, { head, time })) return;
  const [source] = keeper.sources;
  const block = await findBlockAtTime({ source, head, time });
  if (block === null) return;
  const { series, missing } = await readSamples({ source, blocks: [block], deployment: keeper.deployment });
  for (const { subject, detail } of missing)
    keeper.log.warn({ subject, detail }, "a past rate could not be read");
  const values = series.flatMap(({ id, samples }) => samples.map(({ value }) => ({ series: id, value })));
  if (values.length === 0) return;
  await insertBlock(keeper.db, { block, parentHash: await parentHashOf(keeper, block), lease });
  await saveSamples(keeper.db, { block, values, lease });
}

async function isCovered(
  keeper: Keeper,
  { head, time }: { readonly head: BlockRef; readonly time: Series["samples"][number]["timestamp"] },
): Promise<boolean> {
  const { chainId, number: upTo } = head;
  const assets = keeper.deployment.assets.map(({ id }) => id);
  for (const asset of assets) {
    const series = `rate:${asset}`;
    const newest = await sampleNearTime(keeper.db, {
      chainId,
      series,
      time: head.timestamp,
      side: "at-or-before",
      upTo,
    });
    if (newest === undefined) continue;
    const start = await sampleNearTime(keeper.db, { chainId, series, time, side: "at-or-before", upTo });
    return start !== undefined && 2n * (head.timestamp - time) >= head.timestamp - start.timestamp;
  }
  return false;
}

async function parentHashOf(keeper: Keeper, block: BlockRef): Promise<BlockRef["hash"]> {
  const [reply] = await readHeaders(keeper.sources[0], {
    chainId: block.chainId,
    at: [{ hash: block.hash }],
  });
  if (reply?.ok) return reply.header.parentHash;
  throw reply === undefined || reply.absent ? new Error(`block ${block.hash} is gone`) : reply.fault;
}
