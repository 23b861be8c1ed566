import { and, desc, eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type BlockRow, blocks } from "../../schema/blocks.ts";

/** The newest canonical blocks that were pinned, newest first: where to look for the fork point of a reorganisation. */
export async function latestBlocks(
  db: Database,
  { chainId, limit }: { chainId: bigint; limit: number },
): Promise<BlockRow[]> {
  return db
    .select()
    .from(blocks)
    .where(and(eq(blocks.chainId, chainId), eq(blocks.canonical, true)))
    .orderBy(desc(blocks.number))
    .limit(limit);
}
