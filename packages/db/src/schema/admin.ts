import { pgSchema } from "drizzle-orm/pg-core";

/** The admin's own tables: nothing here is ever read by the keeper. */
export const admin = pgSchema("admin");
