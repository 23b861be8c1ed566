import type { BlockNumber, DecisionInput } from "@ballast/core";
import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, smallint, text, unique } from "drizzle-orm/pg-core";
import { databaseNow } from "../columns/databaseNow.ts";
import { hash32 } from "../columns/hash32.ts";
import { integer } from "../columns/integer.ts";
import { laneColumns } from "../columns/laneColumns.ts";
import { oneOf } from "../columns/oneOf.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";
import { blocks } from "./blocks.ts";
import { sweeps } from "./sweeps.ts";

export type TickOutcome = "held" | "refused" | "proposed" | "failed";

const OUTCOMES: readonly TickOutcome[] = ["held", "refused", "proposed", "failed"];

/** The last step whose product is stored: 0 opened, 1 read, 2 snapshot, 3 evaluate, 4 decide, 5 simulate, 6 propose, 7 track. */
export type TickStep = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * One account's judgement of one sweep. The trigger `ticks_go_forward` refuses a step that goes back, a product that
 * changes, and any write after the outcome. Whether the tick still counts is its block's `canonical`.
 */
export const ticks = pgTable(
  "ticks",
  {
    ...laneColumns(),
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    sweepId: bigint("sweep_id", { mode: "bigint" })
      .notNull()
      .references(() => sweeps.id),
    blockHash: hash32("block_hash")
      .notNull()
      .references(() => blocks.hash),
    blockNumber: integer("block_number").$type<BlockNumber>().notNull(),
    step: smallint("step").$type<TickStep>().notNull().default(0),
    /** Every decision input, sorted by kind and id. */
    inputs: jsonb("inputs").$type<readonly DecisionInput[]>(),
    snapshotId: hash32("snapshot_id"),
    historyId: hash32("history_id"),
    policyId: hash32("policy_id"),
    openWorkId: hash32("open_work_id"),
    allocationId: hash32("allocation_id"),
    decisionId: hash32("decision_id"),
    planId: hash32("plan_id"),
    simulationId: hash32("simulation_id"),
    bundleId: hash32("bundle_id"),
    safeTxHash: hash32("safe_tx_hash"),
    outcome: text("outcome").$type<TickOutcome>(),
    /** Code of the hold, refusal or failure. */
    reason: text("reason"),
    /** For an operator, in words. */
    detail: text("detail"),
    startedAt: unixSeconds("started_at").notNull().default(databaseNow),
    finishedAt: unixSeconds("finished_at"),
  },
  (table) => [
    unique("ticks_one_per_sweep").on(table.sweepId, table.account),
    index("ticks_by_account").on(table.chainId, table.account, table.id),
    index("ticks_unfinished").on(table.chainId, table.account).where(sql`${table.outcome} IS NULL`),
    index("ticks_by_block").on(table.blockHash),
    check("ticks_step", sql`${table.step} BETWEEN 0 AND 7`),
    check("ticks_outcome", oneOf(table.outcome, OUTCOMES)),
    check("ticks_finished", sql`(${table.outcome} IS NULL) = (${table.finishedAt} IS NULL)`),
  ],
);

export type TickRow = typeof ticks.$inferSelect;
