import { keccak_256 } from "@noble/hashes/sha3.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { addressWord, bytes32Word, uintWord } from "../abi/words.ts";
import { concat } from "../bytes/concat.ts";
import { keccak } from "../bytes/keccak.ts";
import type { Hash32 } from "../bytes/types.ts";
import type { Account } from "../safe/types.ts";
import { ballastDomainHash } from "./ballastDomainHash.ts";
import { eip712Digest } from "./eip712Digest.ts";

/** What an owner signs to put a policy in force. */
export type PolicyApprovalMessage = {
  readonly policyHash: Hash32;
  readonly version: bigint;
  /** 32 zero bytes for a first policy. */
  readonly previousHash: Hash32;
  /** Unix seconds. */
  readonly notBefore: bigint;
};

/** What the keeper signs to bind a bundle. */
export type BundleMessage = {
  readonly bundleHash: Hash32;
  readonly decisionId: Hash32;
  readonly safeTxHash: Hash32;
  /** Number of the decision's block. */
  readonly block: bigint;
};

export type BallastMessage =
  | { readonly type: "PolicyApproval"; readonly account: Account; readonly message: PolicyApprovalMessage }
  | { readonly type: "Bundle"; readonly account: Account; readonly message: BundleMessage };

const TYPES = {
  Bundle: "Bundle(address account,bytes32 bundleHash,bytes32 decisionId,bytes32 safeTxHash,uint256 block)",
  PolicyApproval:
    "PolicyApproval(bytes32 policyHash,address account,uint256 version,bytes32 previousHash,uint256 notBefore)",
} as const;

/**
 * The digest that a wallet signs for one of Ballast's own messages (docs/canonical-encoding.md, §4).
 * @throws BytesError for a field that does not fit its type
 */
export function typedDataDigest(signed: BallastMessage): Hash32 {
  const typeHash = keccak_256(utf8ToBytes(TYPES[signed.type]));
  const messageHash = keccak(concat(typeHash, ...words(signed)));
  return eip712Digest(ballastDomainHash(signed.account), messageHash);
}

function words(signed: BallastMessage): Uint8Array[] {
  const account = addressWord(signed.account.address, "account.address");
  if (signed.type === "PolicyApproval") {
    const { policyHash, version, previousHash, notBefore } = signed.message;
    return [
      bytes32Word(policyHash, "policyHash"),
      account,
      uintWord(version, "version"),
      bytes32Word(previousHash, "previousHash"),
      uintWord(notBefore, "notBefore"),
    ];
  }
  const { bundleHash, decisionId, safeTxHash, block } = signed.message;
  return [
    account,
    bytes32Word(bundleHash, "bundleHash"),
    bytes32Word(decisionId, "decisionId"),
    bytes32Word(safeTxHash, "safeTxHash"),
    uintWord(block, "block"),
  ];
}
