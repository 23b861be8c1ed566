import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { address } from "../columns/address.ts";
import { databaseNow } from "../columns/databaseNow.ts";
import { integer } from "../columns/integer.ts";
import { oneOf } from "../columns/oneOf.ts";
import { unixSeconds } from "../columns/unixSeconds.ts";

export type RequestState = "queued" | "running" | "done" | "failed";

const STATES: readonly RequestState[] = ["queued", "running", "done", "failed"];

/** JSON as it travels in a request; integers as decimal text. */
export type RequestPayload = Readonly<Record<string, unknown>>;

/**
 * What the admin asks of the keeper or, as kind `devnet-scenario`, of the devnet; and the answer. Row security lets
 * each side touch only its own kinds.
 */
export const requests = pgTable(
  "requests",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text("kind").notNull(),
    /** The account that it is about, where there is one. */
    chainId: integer("chain_id"),
    account: address("account"),
    payload: jsonb("payload").$type<RequestPayload>().notNull(),
    /** Address of the signed-in user, `cli`, or the name of a service. */
    requestedBy: text("requested_by").notNull(),
    state: text("state").$type<RequestState>().notNull().default("queued"),
    result: jsonb("result").$type<RequestPayload>(),
    error: text("error"),
    claimedBy: text("claimed_by"),
    /** After this a running request counts as abandoned and may be claimed again. */
    claimExpiresAt: timestamp("claim_expires_at", { withTimezone: true }),
    createdAt: unixSeconds("created_at").notNull().default(databaseNow),
    startedAt: unixSeconds("started_at"),
    finishedAt: unixSeconds("finished_at"),
  },
  (table) => [
    index("requests_waiting").on(table.kind, table.id).where(sql`${table.state} IN ('queued', 'running')`),
    check("requests_state", oneOf(table.state, STATES)),
    check("requests_error", sql`(${table.state} = 'failed') = (${table.error} IS NOT NULL)`),
  ],
);

export type RequestRow = typeof requests.$inferSelect;
