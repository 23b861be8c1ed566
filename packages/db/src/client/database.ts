import type { PgDatabase } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import type * as schema from "../schema/index.ts";

/** What every query takes first: a connection pool or a transaction on it. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;
