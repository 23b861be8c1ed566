import { secp256k1 } from "@noble/curves/secp256k1.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { fromHex } from "../bytes/fromHex.ts";
import { toHex } from "../bytes/toHex.ts";
import type { Address, Hash32, Hex } from "../bytes/types.ts";
import { SignatureError } from "../errors/SignatureError.ts";

/**
 * Who signed a digest. The signature is 65 bytes `r || s || v`, v 27 or 28, s in the lower half of the curve's order.
 * @throws SignatureError when it has another form or belongs to no key; BytesError when it is not hex
 */
export function recoverAddress(digest: Hash32, signature: Hex): Address {
  const hash = fromHex(digest, { field: "digest", length: 32 });
  const bytes = fromHex(signature, { field: "signature" });
  if (bytes.length !== 65) throw new SignatureError(`${bytes.length} bytes, not 65`);
  const v = bytes[64] ?? 0;
  if (v !== 27 && v !== 28) throw new SignatureError(`v is ${v}, not 27 or 28`);
  const key = publicKey({ hash, compact: bytes.subarray(0, 64), recovery: v - 27 });
  return toHex(keccak_256(key.subarray(1)).subarray(12));
}

type Parts = { readonly hash: Uint8Array; readonly compact: Uint8Array; readonly recovery: number };

function publicKey({ hash, compact, recovery }: Parts): Uint8Array {
  const read = () => {
    const parsed = secp256k1.Signature.fromBytes(compact, "compact").addRecoveryBit(recovery);
    return { high: parsed.hasHighS(), key: () => parsed.recoverPublicKey(hash).toBytes(false) };
  };
  const { high, key } = orRefuse(read, "r or s is out of range");
  if (high) throw new SignatureError("s is in the upper half");
  return orRefuse(key, "no key can have made it");
}

/** The curve library throws plain errors for what is not on the curve. */
function orRefuse<Value>(work: () => Value, problem: string): Value {
  try {
    return work();
  } catch (cause) {
    const error = new SignatureError(problem);
    error.cause = cause;
    throw error;
  }
}
