import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "../schema/index.ts";
import type { Database } from "./database.ts";
import { type Change, subscribe } from "./subscribe.ts";

export type ConnectOptions = {
  readonly url: string;
  /** Shown in pg_stat_activity: `ballast-keeper`, `ballast-admin`. */
  readonly applicationName: string;
  /** Connections at most; 5 unless said. */
  readonly max?: number;
  /**
   * Postgres ends a session that holds a transaction open and says nothing for this long; 5 s unless said. A keeper
   * stopped in the middle of a write keeps a takeover of its lane waiting no longer than this.
   */
  readonly idleInTransactionMs?: number;
  /** Postgres ends a statement after this; 30 s unless said. */
  readonly statementMs?: number;
};

export type Connection = {
  readonly db: Database;
  /** Calls back for every change, until the returned function is called. `reconnected` means that some may be lost. */
  readonly listen: (onChange: (change: Change) => void) => Promise<() => Promise<void>>;
  /** Waits for running queries, five seconds at most. */
  readonly close: () => Promise<void>;
};

/** Opens a pool. The caller owns it and closes it; nothing is sent before the first query. */
export function connect(options: ConnectOptions): Connection {
  const sql = postgres(options.url, {
    max: options.max ?? 5,
    onnotice: () => undefined,
    connection: {
      application_name: options.applicationName,
      idle_in_transaction_session_timeout: options.idleInTransactionMs ?? 5_000,
      statement_timeout: options.statementMs ?? 30_000,
    },
  });
  return {
    db: drizzle(sql, { schema }),
    listen: (onChange) => subscribe(sql, onChange),
    close: () => sql.end({ timeout: 5 }),
  };
}
