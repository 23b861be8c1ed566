import { CanonicalError, type Hash32 } from "@ballast/core";
import type { Database } from "../../client/database.ts";
import type { AuditRow } from "../../schema/audit.ts";
import { auditHead } from "../../schema/auditHead.ts";
import { auditHash } from "./auditHash.ts";
import { auditPage } from "./auditPage.ts";

export type AuditHead = { readonly seq: bigint; readonly hash: Hash32 };

export type AuditVerdict =
  | { readonly intact: true; readonly head: AuditHead }
  | { readonly intact: false; readonly seq: bigint; readonly problem: string };

const PAGE = 1000;
const GENESIS: AuditHead = { seq: 0n, hash: `0x${"0".repeat(64)}` as Hash32 };

/**
 * Recomputes the whole audit log. An intact chain can still have been cut or written anew by whoever owns the database:
 * compare its head with one that left the house earlier, in an alert or an export.
 */
export async function verifyAuditChain(db: Database): Promise<AuditVerdict> {
  let head = GENESIS;
  for (;;) {
    const page = await auditPage(db, { after: head.seq, limit: PAGE });
    for (const entry of page) {
      const problem = problemOf(entry, head);
      if (problem) return { intact: false, seq: entry.seq, problem };
      head = { seq: entry.seq, hash: entry.hash };
    }
    if (page.length < PAGE) return againstHead(db, head);
  }
}

function problemOf(entry: AuditRow, before: AuditHead): string | undefined {
  if (entry.seq !== before.seq + 1n) return `entry ${before.seq + 1n} is missing`;
  if (entry.previous !== before.hash)
    return `it names ${entry.previous} as the entry before, which is ${before.hash}`;
  try {
    const hash = auditHash(entry);
    return hash === entry.hash ? undefined : `its fields hash to ${hash}, not to ${entry.hash}`;
  } catch (error) {
    if (error instanceof CanonicalError) return `its payload is not canonical: ${error.message}`;
    throw error;
  }
}

async function againstHead(db: Database, head: AuditHead): Promise<AuditVerdict> {
  const [stored] = await db.select().from(auditHead);
  if (stored && stored.seq > head.seq) {
    const newer = await auditPage(db, { after: head.seq, limit: 1 });
    if (newer.length > 0) return { intact: true, head };
  }
  if (stored?.seq === head.seq && stored.hash === head.hash) return { intact: true, head };
  const problem = `the log ends here, but its head is entry ${stored?.seq ?? "none"} with hash ${stored?.hash ?? "none"}`;
  return { intact: false, seq: head.seq, problem };
}
