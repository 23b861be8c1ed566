import { type CanonicalValue, contentId, decodeCanonical, type Hash32 } from "@ballast/core";
import { DocumentCorruptError } from "../../errors/DocumentCorruptError.ts";
import type { DocumentRow } from "../../schema/documents.ts";

/** A document that hashes to its id. */
export type VerifiedDocument = {
  readonly id: Hash32;
  readonly kind: string;
  readonly text: string;
  readonly value: CanonicalValue;
};

/**
 * Decodes a stored row and makes sure that it is what its id says.
 * @throws DocumentCorruptError
 */
export function verifiedDocument({ id, kind, text }: DocumentRow): VerifiedDocument {
  const value = decoded({ id, kind, text });
  const hashed = contentId(kind, value);
  if (hashed !== id) throw new DocumentCorruptError({ id, kind, found: `it hashes to ${hashed}` });
  return { id, kind, text, value };
}

function decoded({ id, kind, text }: Pick<DocumentRow, "id" | "kind" | "text">): CanonicalValue {
  try {
    return decodeCanonical(text);
  } catch (cause) {
    throw new DocumentCorruptError({ id, kind, found: "its text is not canonical" }, { cause });
  }
}
