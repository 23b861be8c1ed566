import { numeric } from "drizzle-orm/pg-core";

/** A chain integer: `numeric(78,0)` holds any signed 256-bit value exactly and reads back as `bigint`. */
export const integer = (name: string) => numeric(name, { precision: 78, scale: 0, mode: "bigint" });
