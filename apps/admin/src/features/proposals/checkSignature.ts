import { type Hex, hashMessage, isAddressEqual, recoverAddress } from "viem";

export type SignatureVerdict =
  /** The key of the owner signed this very hash. */
  | "valid"
  /** It recovers to somebody else or is no signature. */
  | "invalid"
  /** A contract's or an on-chain approval: only the chain can tell. */
  | "not-checked-here";

type Claim = {
  /** 32 bytes that were to be signed. */
  readonly hash: Hex;
  readonly owner: Hex;
  readonly signature: Hex;
};

/** r, s and v of an owner's own key: 65 bytes. */
const KEY_SIGNATURE_LENGTH = 2 + 130;

/** Checks one stored signature as Safe does: v 27 or 28 signs the hash, 31 or 32 signs it as a message, 0 and 1 are not of a key. */
export async function checkSignature({ hash, owner, signature }: Claim): Promise<SignatureVerdict> {
  const v = Number.parseInt(signature.slice(130, 132), 16);
  if (v === 0 || v === 1) return "not-checked-here";
  if (signature.length !== KEY_SIGNATURE_LENGTH) return "invalid";
  if (v === 27 || v === 28) return signedBy({ hash, signature, owner });
  if (v === 31 || v === 32) {
    const plain = `${signature.slice(0, 130)}${(v - 4).toString(16)}` as Hex;
    return signedBy({ hash: hashMessage({ raw: hash }), signature: plain, owner });
  }
  return "invalid";
}

async function signedBy({
  hash,
  signature,
  owner,
}: {
  hash: Hex;
  signature: Hex;
  owner: Hex;
}): Promise<SignatureVerdict> {
  try {
    return isAddressEqual(await recoverAddress({ hash, signature }), owner) ? "valid" : "invalid";
  } catch (error) {
    if (error instanceof Error) return "invalid";
    throw error;
  }
}
