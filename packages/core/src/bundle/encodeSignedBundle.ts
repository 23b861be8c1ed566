import { encodeCanonical } from "../encoding/encodeCanonical.ts";
import type { SignedBundle } from "./types.ts";

/** The bundle as a file: canonical text of docs/canonical-encoding.md §5. @throws CanonicalError */
export function encodeSignedBundle({ bundle, bundleHash, signature, signer }: SignedBundle): string {
  return encodeCanonical({ bundle, bundleHash, signature, signer });
}
