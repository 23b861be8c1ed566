import { readCanonical } from "@ballast/adapters";
import type { BlockRef } from "@ballast/core";
import { CanonicityUnknownError } from "./canonicityUnknownError.ts";
import type { TickWork } from "./tickWork.ts";

/**
 * Whether every source that answers still has the block.
 * @throws {CanonicityUnknownError} when no source says
 */
export async function isStillCanonical(
  { keeper }: Pick<TickWork, "keeper">,
  block: BlockRef,
): Promise<boolean> {
  const states = await Promise.all(keeper.sources.map((source) => readCanonical(source, block)));
  if (states.includes("gone")) return false;
  if (states.includes("canonical")) return true;
  throw new CanonicityUnknownError(block);
}
