import type { AccountRef } from "@ballast/core";
import { type Database, listTicks, type TickRow } from "@ballast/db";

/** Ticks fetched at once. */
const PAGE = 200;

/** Every tick of an account that has ended and has a snapshot, newest first. */
export async function* storedTicks(
  db: Database,
  account: Pick<AccountRef, "chainId" | "address">,
): AsyncGenerator<TickRow> {
  let before: bigint | undefined;
  do {
    const page = await listTicks(db, { account, limit: PAGE, ...(before === undefined ? {} : { before }) });
    yield* page.filter(({ snapshotId, outcome }) => snapshotId !== null && outcome !== null);
    before = page.length === PAGE ? page.at(-1)?.id : undefined;
  } while (before !== undefined);
}
