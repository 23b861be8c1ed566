import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { Hash32 } from "../chain/types.ts";
import { CanonicalError } from "./canonicalError.ts";
import { encodeCanonical } from "./encodeCanonical.ts";
import { keccak } from "./keccak.ts";

/**
 * The name of a document by its content: keccak256 over its kind and its canonical bytes (docs/canonical-encoding.md, §3).
 * @throws CanonicalError when the kind is not lower-case letters, digits and hyphens, or the document has no canonical form
 */
export function contentId(kind: string, document: unknown): Hash32 {
  if (!/^[a-z0-9-]+$/.test(kind)) {
    const detail = `the kind ${JSON.stringify(kind)} must be lower-case letters, digits and hyphens.`;
    throw new CanonicalError({ code: "content-kind", path: "$", detail });
  }
  return keccak(utf8ToBytes(`ballast/v1/${kind}\n${encodeCanonical(document)}`));
}
