import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import {
  type IncidentEventKind,
  type IncidentEventRow,
  incidentEvents,
} from "../../schema/incidentEvents.ts";

export type NewIncidentEvent = {
  readonly incidentId: bigint;
  readonly kind: IncidentEventKind;
  readonly actor: string;
  readonly detail?: string;
};

/**
 * Appends to the story of an incident. The admin's role may add `acknowledged` and `noted`.
 * @throws NotAllowedError
 */
export async function addIncidentEvent(db: Database, event: NewIncidentEvent): Promise<IncidentEventRow> {
  const [row] = await typedErrors(() => db.insert(incidentEvents).values(event).returning());
  if (!row) throw new Error("INSERT INTO incident_events returned no row");
  return row;
}
