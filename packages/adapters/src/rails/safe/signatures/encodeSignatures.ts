import type { Hex } from "@ballast/core";
import { concat, numberToHex, pad, size } from "viem";
import { SignatureInvalidError } from "../errors.ts";
import type { SafeSignature } from "./safeSignature.ts";

const STATIC_BYTES = 65;
const byOwner = (a: SafeSignature, b: SafeSignature): number => (BigInt(a.owner) < BigInt(b.owner) ? -1 : 1);

const word = (value: bigint): Hex => numberToHex(value, { size: 32 });

function refuseMalformed(signatures: readonly SafeSignature[]): void {
  const owners = new Set(signatures.map(({ owner }) => owner.toLowerCase()));
  if (owners.size !== signatures.length) {
    throw new SignatureInvalidError({
      field: "owner",
      value: "one owner twice",
      limit: "one signature per owner",
    });
  }
  for (const entry of signatures) {
    if (entry.kind !== "ecdsa" || size(entry.signature) === STATIC_BYTES) continue;
    const value = `${size(entry.signature)} bytes for owner ${entry.owner}`;
    throw new SignatureInvalidError({ field: "signature", value, limit: `${STATIC_BYTES} bytes` });
  }
}

/** The 65 bytes of one signature; a contract's own bytes follow behind all of them, at `offset`. */
function staticPart(signature: SafeSignature, offset: number): Hex {
  if (signature.kind === "ecdsa") return signature.signature;
  const owner = pad(signature.owner, { size: 32 });
  if (signature.kind === "approved-hash") return concat([owner, word(0n), "0x01"]);
  return concat([owner, word(BigInt(offset)), "0x00"]);
}

/**
 * The `signatures` argument of `execTransaction`: sorted by owner, ascending as numbers, because a Safe refuses
 * any other order (GS026); contract signatures point at their bytes behind the sorted part.
 * @throws SignatureInvalidError for a signature that is not 65 bytes or an owner that is there twice
 */
export function encodeSignatures(signatures: readonly SafeSignature[]): Hex {
  refuseMalformed(signatures);
  const heads: Hex[] = [];
  const tails: Hex[] = [];
  let offset = signatures.length * STATIC_BYTES;
  for (const signature of signatures.toSorted(byOwner)) {
    heads.push(staticPart(signature, offset));
    if (signature.kind !== "contract") continue;
    tails.push(concat([word(BigInt(size(signature.data))), signature.data]));
    offset += 32 + size(signature.data);
  }
  return concat(["0x", ...heads, ...tails]);
}
