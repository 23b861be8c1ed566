import { utf8ToBytes } from "@noble/hashes/utils.js";
import { keccak } from "../bytes/keccak.ts";
import type { Hash32 } from "../bytes/types.ts";
import { NotCanonicalError } from "../errors/NotCanonicalError.ts";
import { encodeCanonical } from "./encodeCanonical.ts";

/**
 * The name of a document by its content (docs/canonical-encoding.md, §3).
 * @throws NotCanonicalError when it has no canonical text, or the kind is not lower-case letters, digits and `-`
 */
export function contentId(kind: string, document: unknown): Hash32 {
  if (!/^[a-z0-9-]+$/.test(kind)) {
    throw new NotCanonicalError({ place: "kind", problem: `${JSON.stringify(kind)} is not a-z, 0-9 and -` });
  }
  return keccak(utf8ToBytes(`ballast/v1/${kind}\n${encodeCanonical(document)}`));
}
