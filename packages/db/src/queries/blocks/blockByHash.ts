import type { Hash32 } from "@ballast/core";
import { eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type BlockRow, blocks } from "../../schema/blocks.ts";

/** A pinned block, canonical or not; undefined when it was never pinned. */
export async function blockByHash(db: Database, hash: Hash32): Promise<BlockRow | undefined> {
  const [row] = await db.select().from(blocks).where(eq(blocks.hash, hash));
  return row;
}
