import { createHash } from "node:crypto";
import { decodeCanonical, encodeCanonical, type Hash32 } from "@ballast/core";
import type { AuditRow } from "../../schema/audit.ts";

/**
 * The hash that an entry must have, from its fields, by the encoding stated at the table `audit`.
 * @throws CanonicalError when the stored payload is not canonical
 */
export function auditHash(entry: Omit<AuditRow, "hash">): Hash32 {
  const { actor, at, kind, previous, role, seq } = entry;
  const payload = decodeCanonical(entry.payload);
  const text = encodeCanonical({ actor, at, kind, payload, previous, role, seq });
  return `0x${createHash("sha256").update(`ballast/v1/audit\n${text}`).digest("hex")}` as Hash32;
}
