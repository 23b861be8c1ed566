import { contentId, encodeCanonical, type Hash32 } from "@ballast/core";

/** A document ready to be stored: its kind, its canonical text, and its content id. */
export type CanonicalDocument = { readonly kind: string; readonly id: Hash32; readonly text: string };

/**
 * Encodes and names a document.
 * @throws CanonicalError when it has no canonical form
 */
export function canonicalDocument(kind: string, value: unknown): CanonicalDocument {
  return { kind, id: contentId(kind, value), text: encodeCanonical(value) };
}
