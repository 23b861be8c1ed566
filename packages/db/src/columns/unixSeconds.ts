import type { UnixSeconds } from "@ballast/core";
import { bigint } from "drizzle-orm/pg-core";

/** A point in time in seconds since 1970. */
export const unixSeconds = (name: string) => bigint(name, { mode: "bigint" }).$type<UnixSeconds>();
