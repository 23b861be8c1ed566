import { contentId } from "../encoding/contentId.ts";
import { decodeCanonical } from "../encoding/decodeCanonical.ts";
import { BundleFormatError } from "./bundleFormatError.ts";
import { bundleHash } from "./bundleHash.ts";
import { signedBundle } from "./read/bundle.ts";
import type { SignedBundle } from "./types.ts";

const SIGNATURE_CHARACTERS = 2 + 65 * 2;

/**
 * Reads a bundle file: canonical bytes, every field of its type, and ids that its content has. Whether the signature is the
 * proposer's, and the calldata what the plan says, is for the verifier, which shares no code with this.
 * @throws CanonicalError when the bytes are not canonical
 * @throws BundleFormatError naming the field, the value and what it must be
 */
export function decodeSignedBundle(text: string): SignedBundle {
  const file = signedBundle(decodeCanonical(text), "");
  const { bundle, signature } = file;
  demandId("bundleHash", { given: file.bundleHash, computed: bundleHash(bundle) });
  demandId("bundle.decisionId", {
    given: bundle.decisionId,
    computed: contentId("decision", bundle.decision),
  });
  bundle.inputs.forEach(({ kind, id, document }, i) => {
    // A sibling is another account's snapshot, under the id that it has there.
    const computed = contentId(kind === "sibling" ? "snapshot" : kind, document);
    demandId(`bundle.inputs[${i}].id`, { given: id, computed });
  });
  if (signature.length !== SIGNATURE_CHARACTERS) {
    const value = `${(signature.length - 2) / 2} bytes`;
    throw new BundleFormatError({ path: "signature", value, limit: "65 bytes" });
  }
  return file;
}

function demandId(path: string, { given, computed }: { given: string; computed: string }): void {
  if (given === computed) return;
  throw new BundleFormatError({ path, value: given, limit: `${computed}, which is the id of its content` });
}
