import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { ticks } from "../../schema/ticks.ts";
import type { AccountKey } from "../leases/leaseName.ts";
import { selectTicks, type TickRecord } from "./tickRecord.ts";

/** The oldest tick of the account without an outcome: what a restarted keeper carries on with. */
export async function unfinishedTick(db: Database, account: AccountKey): Promise<TickRecord | undefined> {
  const unfinished = and(
    eq(ticks.chainId, account.chainId),
    eq(ticks.account, account.address),
    isNull(ticks.outcome),
  );
  const [row] = await selectTicks(db).where(unfinished).orderBy(asc(ticks.id)).limit(1);
  return row;
}
