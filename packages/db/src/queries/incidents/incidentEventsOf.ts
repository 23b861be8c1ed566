import { asc, eq } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type IncidentEventRow, incidentEvents } from "../../schema/incidentEvents.ts";

/** The story of an incident, oldest first. */
export async function incidentEventsOf(db: Database, incidentId: bigint): Promise<IncidentEventRow[]> {
  return db
    .select()
    .from(incidentEvents)
    .where(eq(incidentEvents.incidentId, incidentId))
    .orderBy(asc(incidentEvents.id));
}
