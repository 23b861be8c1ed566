import { encodeCanonical } from "@ballast/core";
import { sql } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { audit } from "../../schema/audit.ts";

export type AuditEntry = {
  /** Who did it: an address, `keeper:<instance>`, `cli`. Letters, digits, space and `:._@/-`. */
  readonly actor: string;
  /** What was done: `policy.inserted`, `proposal.posted`. */
  readonly kind: string;
  /** A record that has a canonical form. */
  readonly payload: Readonly<Record<string, unknown>>;
};

/**
 * Appends to the audit log; the database chains it. Inside a transaction it counts when that commits, and other
 * writers wait until then: append last.
 * @throws CanonicalError when the payload has no canonical form
 */
export async function appendAudit(db: Database, { actor, kind, payload }: AuditEntry): Promise<void> {
  const text = encodeCanonical(payload);
  await typedErrors(() =>
    db.execute(sql`INSERT INTO ${audit} (actor, kind, payload) VALUES (${actor}, ${kind}, ${text})`),
  );
}
