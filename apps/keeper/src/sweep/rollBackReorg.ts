import { type PinnedBlock, readHeaders } from "@ballast/adapters";
import { type BlockRow, type Lease, latestBlocks, markReorged } from "@ballast/db";
import type { Keeper } from "../service/keeper.ts";

/** How many stored blocks are looked at for the fork point. A deeper reorganisation than this withdraws all of them. */
const DEPTH = 256;

/**
 * Withdraws stored blocks that the chain no longer has (a reorganisation, or a node that came back some blocks
 * behind), with every sweep, tick and sample that hangs on them.
 * @returns how many blocks were withdrawn
 */
export async function rollBackReorg(
  keeper: Keeper,
  { pinned, lease }: { readonly pinned: Pick<PinnedBlock, "block" | "parentHash">; readonly lease: Lease },
): Promise<number> {
  const { block, parentHash } = pinned;
  const stored = await latestBlocks(keeper.db, { chainId: block.chainId, limit: DEPTH });
  const suspects = stored.filter(
    ({ number, hash }) => number > block.number || (number === block.number && hash !== block.hash),
  );
  const older = stored.filter(({ number }) => number < block.number);
  const follows = older[0]?.hash === parentHash;
  const gone = follows ? suspects : [...suspects, ...(await goneAmong(keeper, older))];
  const lowest = gone.reduce<BlockRow | null>(
    (low, row) => (low === null || row.number < low.number ? row : low),
    null,
  );
  if (lowest === null) return 0;
  const withdrawn = await markReorged(keeper.db, {
    chainId: block.chainId,
    fromNumber: lowest.number,
    lease,
  });
  keeper.log.warn(
    { from: lowest.number.toString(), count: withdrawn.length },
    "reorganisation: blocks withdrawn",
  );
  return withdrawn.length;
}

/**
 * The stored blocks (newest first) that are not the chain's own any more. Usually one question settles it: when the
 * newest is still there, so are the others.
 */
async function goneAmong(keeper: Keeper, rows: readonly BlockRow[]): Promise<readonly BlockRow[]> {
  const [newest] = rows;
  if (newest === undefined || (await isCanonical(keeper, newest))) return [];
  for (const [index, row] of rows.entries()) {
    if (index > 0 && (await isCanonical(keeper, row))) return rows.slice(0, index);
  }
  return rows;
}

async function isCanonical(keeper: Keeper, row: BlockRow): Promise<boolean> {
  const [reply] = await readHeaders(keeper.sources[0], {
    chainId: row.chainId,
    at: [{ number: row.number }],
  });
  if (reply?.ok) return reply.header.hash === row.hash;
  if (reply === undefined) throw new Error("readHeaders gave fewer replies than calls");
  if (reply.absent) return false;
  throw reply.fault;
}
