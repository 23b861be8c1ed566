import type { ProposalState } from "@ballast/core";
import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { databaseNow } from "../columns/databaseNow.ts";
import { hash32 } from "../columns/hash32.ts";
import { laneColumns } from "../columns/laneColumns.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";
import { proposals } from "./proposals.ts";

/** Append-only: every change of a proposal's state, with what caused it. */
export const proposalEvents = pgTable(
  "proposal_events",
  {
    ...laneColumns(),
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    safeTxHash: hash32("safe_tx_hash")
      .notNull()
      .references(() => proposals.safeTxHash),
    /** null for the first event. */
    fromState: text("from_state").$type<ProposalState>(),
    toState: text("to_state").$type<ProposalState>().notNull(),
    cause: text("cause").notNull(),
    detail: jsonb("detail").$type<Readonly<Record<string, unknown>>>(),
    at: unixSeconds("at").notNull().default(databaseNow),
  },
  (table) => [index("proposal_events_by_proposal").on(table.safeTxHash, table.id)],
);

export type ProposalEventRow = typeof proposalEvents.$inferSelect;
