import { type Database, listTicks, type TickRecord } from "@ballast/db";

type AccountKey = Parameters<typeof listTicks>[1]["account"];

/** Ticks fetched at once. */
const PAGE = 200;

/** Every tick of an account that came to its end with a snapshot, newest first. */
export async function* storedTicks(db: Database, account: AccountKey): AsyncGenerator<TickRecord> {
  let before: bigint | undefined;
  do {
    const page = await listTicks(db, { account, limit: PAGE, ...(before === undefined ? {} : { before }) });
    yield* page.filter(({ snapshotId, outcome }) => snapshotId !== null && outcome !== null);
    before = page.length === PAGE ? page.at(-1)?.id : undefined;
  } while (before !== undefined);
}
