import type { Address, Hash32, Hex } from "@ballast/core";
import { BaseError, concat, hashMessage, recoverAddress, size, slice } from "viem";
import { SignatureInvalidError } from "../errors.ts";

const STATIC_BYTES = 65;
/** A Safe knows an `eth_sign` signature by a v that is 4 too high (Safe.sol, checkNSignatures). */
const ETH_SIGN_SHIFT = 4;

const invalid = (field: string, fact: { readonly value: string; readonly limit: string }) =>
  new SignatureInvalidError({ field, ...fact });

/** The digest that was signed, and the signature with the v of the curve. */
function unwrapped(hash: Hash32, signature: Hex): { readonly hash: Hex; readonly signature: Hex } {
  const v = Number.parseInt(signature.slice(-2), 16);
  if (v === 27 || v === 28) return { hash, signature };
  if (v === 31 || v === 32) {
    const low = `0x${(v - ETH_SIGN_SHIFT).toString(16)}` as const;
    return {
      hash: hashMessage({ raw: hash }),
      signature: concat([slice(signature, 0, STATIC_BYTES - 1), low]),
    };
  }
  throw invalid("v", { value: `${v}`, limit: "27 or 28 over the hash, 31 or 32 over its eth_sign digest" });
}

/**
 * The address whose key made this signature over a Safe transaction hash, as the Safe itself recovers it.
 * Any 65 bytes recover to some address: only a comparison with the expected owner means anything.
 * @throws SignatureInvalidError for another length or v, or values outside the curve
 */
export async function recoverSigner(signed: {
  readonly hash: Hash32;
  readonly signature: Hex;
}): Promise<Address> {
  const { hash, signature } = signed;
  if (size(signature) !== STATIC_BYTES) {
    throw invalid("length", { value: `${size(signature)} bytes`, limit: `${STATIC_BYTES} bytes` });
  }
  try {
    const signer = await recoverAddress(unwrapped(hash, signature));
    return signer.toLowerCase() as Address;
  } catch (error) {
    if (error instanceof SignatureInvalidError || !(error instanceof Error)) throw error;
    const value = error instanceof BaseError ? error.shortMessage : error.message;
    throw invalid("r and s", { value, limit: "a point of secp256k1" });
  }
}
