import { bigint, check, index, pgTable, text } from "drizzle-orm/pg-core";
import { databaseNow } from "../columns/databaseNow.ts";
import { oneOf } from "../columns/oneOf.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";
import { incidents } from "./incidents.ts";

export type IncidentEventKind = "opened" | "changed" | "resolved" | "acknowledged" | "noted";

const KINDS: readonly IncidentEventKind[] = ["opened", "changed", "resolved", "acknowledged", "noted"];

/** Append-only story of an incident. The admin may add `acknowledged` and `noted` and nothing else. */
export const incidentEvents = pgTable(
  "incident_events",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    incidentId: bigint("incident_id", { mode: "bigint" })
      .notNull()
      .references(() => incidents.id),
    kind: text("kind").$type<IncidentEventKind>().notNull(),
    actor: text("actor").notNull(),
    detail: text("detail").notNull().default(""),
    at: unixSeconds("at").notNull().default(databaseNow),
  },
  (table) => [
    index("incident_events_by_incident").on(table.incidentId, table.id),
    check("incident_events_kind", oneOf(table.kind, KINDS)),
  ],
);

export type IncidentEventRow = typeof incidentEvents.$inferSelect;
