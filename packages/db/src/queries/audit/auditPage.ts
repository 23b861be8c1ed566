import { asc, desc, gt, lt } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { type AuditRow, audit } from "../../schema/audit.ts";

/** Either the entries before a number, newest first, or those after one, oldest first. */
export type AuditWanted =
  | { readonly before: bigint | "end"; readonly limit: number }
  | { readonly after: bigint; readonly limit: number };

/** A page of the audit log. */
export async function auditPage(db: Database, wanted: AuditWanted): Promise<AuditRow[]> {
  if ("after" in wanted) {
    return db
      .select()
      .from(audit)
      .where(gt(audit.seq, wanted.after))
      .orderBy(asc(audit.seq))
      .limit(wanted.limit);
  }
  const before = wanted.before === "end" ? undefined : lt(audit.seq, wanted.before);
  return db.select().from(audit).where(before).orderBy(desc(audit.seq)).limit(wanted.limit);
}
