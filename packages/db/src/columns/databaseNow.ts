import { sql } from "drizzle-orm";

/** The database's clock in Unix seconds, as the default of a column: one clock for every keeper. */
export const databaseNow = sql`floor(extract(epoch from clock_timestamp()))::bigint`;
