import type { Database } from "../../client/database.ts";
import type { AccountKey } from "../leases/leaseName.ts";
import { listTicks } from "./listTicks.ts";
import type { TickRecord } from "./tickRecord.ts";

/** The newest tick of the account, ended or not, withdrawn or not. */
export async function latestTick(db: Database, account: AccountKey): Promise<TickRecord | undefined> {
  const [row] = await listTicks(db, { account, limit: 1 });
  return row;
}
