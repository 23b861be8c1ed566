import type { SafeSignature } from "@ballast/adapters";
import type { Hex } from "@ballast/core";
import type { SignatureRow } from "@ballast/db";

const ECDSA_HEX = 2 + 65 * 2;
/** Last byte of an owner's own signature: 27 and 28 over the hash, 31 and 32 over its `eth_sign` digest. */
const ECDSA_V = /(1b|1c|1f|20)$/;

/** A stored signature in the form that a Safe takes: a key's own 65 bytes, or else what a contract owner judges. */
export function safeSignature({
  owner,
  signature,
}: Pick<SignatureRow, "owner" | "signature">): SafeSignature {
  const isKeys = signature.length === ECDSA_HEX && ECDSA_V.test(signature);
  return isKeys ? { kind: "ecdsa", owner, signature } : { kind: "contract", owner, data: signature };
}

/** The bytes to store for a signature; an approval on chain has none of its own. */
export function storedBytes(signature: SafeSignature): Hex {
  if (signature.kind === "ecdsa") return signature.signature;
  return signature.kind === "contract" ? signature.data : "0x";
}
