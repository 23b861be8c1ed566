import { and, desc, eq, lt } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type TickOutcome, ticks } from "../../schema/ticks.ts";
import type { AccountKey } from "../leases/leaseName.ts";
import { selectTicks, type TickRecord } from "./tickRecord.ts";

export type TickPage = {
  readonly account: AccountKey;
  readonly limit: number;
  /** Only ticks with a lower id: the last id of the page before. */
  readonly before?: bigint;
  readonly outcome?: TickOutcome;
};

/** Ticks of an account, newest first. */
export async function listTicks(db: Database, page: TickPage): Promise<TickRecord[]> {
  const wanted = and(
    eq(ticks.chainId, page.account.chainId),
    eq(ticks.account, page.account.address),
    page.before === undefined ? undefined : lt(ticks.id, page.before),
    page.outcome === undefined ? undefined : eq(ticks.outcome, page.outcome),
  );
  return selectTicks(db).where(wanted).orderBy(desc(ticks.id)).limit(page.limit);
}
