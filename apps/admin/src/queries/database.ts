import { type Connection, connect } from "@ballast/db";
import { env } from "../env/env.ts";

const KEY = Symbol.for("ballast.admin.database");
const process_ = globalThis as { [KEY]?: Connection };

/** The process's one pool, as the admin role: it reads everything and writes only what the admin may. */
export function database(): Connection {
  process_[KEY] ??= connect({ url: env().databaseUrl, applicationName: "ballast-admin", max: 8 });
  return process_[KEY];
}
