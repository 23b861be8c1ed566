import type { Address } from "@ballast/core";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type IncidentRow, incidents } from "../../schema/incidents.ts";

export type IncidentsWanted = {
  readonly chainId: bigint;
  /** Only those of one account; null for those of no account; left out for all. */
  readonly account?: Address | null;
  readonly openOnly?: boolean;
  readonly limit: number;
};

/** Incidents, newest first. */
export async function listIncidents(db: Database, wanted: IncidentsWanted): Promise<IncidentRow[]> {
  const ofAccount =
    wanted.account === undefined
      ? undefined
      : wanted.account === null
        ? isNull(incidents.account)
        : eq(incidents.account, wanted.account);
  const open = wanted.openOnly ? isNull(incidents.resolvedAt) : undefined;
  return db
    .select()
    .from(incidents)
    .where(and(eq(incidents.chainId, wanted.chainId), ofAccount, open))
    .orderBy(desc(incidents.id))
    .limit(wanted.limit);
}
