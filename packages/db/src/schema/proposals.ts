import type { BlockNumber, ProposalState, UnixSeconds } from "@ballast/core";
import { bigint, check, index, pgTable, text } from "drizzle-orm/pg-core";
import { address } from "../columns/address.ts";
import { databaseNow } from "../columns/databaseNow.ts";
import { hash32 } from "../columns/hash32.ts";
import { hex } from "../columns/hex.ts";
import { integer } from "../columns/integer.ts";
import { laneColumns } from "../columns/laneColumns.ts";
import { oneOf } from "../columns/oneOf.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";
import { ticks } from "./ticks.ts";

export type ProposalKind = "rebalance" | "emergency-exit" | "claim" | "rejection" | "foreign";

const KINDS: readonly ProposalKind[] = ["rebalance", "emergency-exit", "claim", "rejection", "foreign"];
const STATES: readonly ProposalState[] = [
  "draft",
  "posted",
  "partly-signed",
  "ready",
  "expired",
  "executed",
  "reverted",
  "replaced",
  "rejected",
  "deleted",
];

/** A Safe transaction in the queue of an account: ours, an owner's rejection, or somebody else's. */
export const proposals = pgTable(
  "proposals",
  {
    ...laneColumns(),
    safeTxHash: hash32("safe_tx_hash").primaryKey(),
    nonce: integer("nonce").notNull(),
    kind: text("kind").$type<ProposalKind>().notNull(),
    state: text("state").$type<ProposalState>().notNull(),
    tickId: bigint("tick_id", { mode: "bigint" }).references(() => ticks.id),
    planId: hash32("plan_id"),
    decisionId: hash32("decision_id"),
    bundleId: hash32("bundle_id"),
    /** The keeper's EIP-712 signature over the bundle, and who gave it. */
    bundleSigner: address("bundle_signer"),
    bundleSignature: hex("bundle_signature"),
    to: address("to").notNull(),
    value: integer("value").notNull(),
    data: hex("data").notNull(),
    operation: integer("operation").notNull(),
    safeTxGas: integer("safe_tx_gas").notNull(),
    baseGas: integer("base_gas").notNull(),
    gasPrice: integer("gas_price").notNull(),
    gasToken: address("gas_token").notNull(),
    refundReceiver: address("refund_receiver").notNull(),
    /** Block time after which the batch reverts; null when it has no deadline. */
    deadline: unixSeconds("deadline"),
    /** Block time of the decision's block. */
    proposedAt: unixSeconds("proposed_at").$type<UnixSeconds>().notNull(),
    /** By the database's clock, when the queue had it. */
    postedAt: unixSeconds("posted_at"),
    executedTxHash: hash32("executed_tx_hash"),
    executedBlock: integer("executed_block").$type<BlockNumber>(),
    executedBlockHash: hash32("executed_block_hash"),
    /** Block time. */
    executedAt: unixSeconds("executed_at"),
    createdAt: unixSeconds("created_at").notNull().default(databaseNow),
  },
  (table) => [
    index("proposals_by_nonce").on(table.chainId, table.account, table.nonce),
    index("proposals_by_tick").on(table.tickId),
    check("proposals_kind", oneOf(table.kind, KINDS)),
    check("proposals_state", oneOf(table.state, STATES)),
  ],
);

export type ProposalRow = typeof proposals.$inferSelect;
