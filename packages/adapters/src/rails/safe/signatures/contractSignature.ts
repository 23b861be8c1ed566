import type { Address, Hash32, Hex } from "@ballast/core";
import { encodeFunctionData, parseAbi } from "viem";
import type { PinnedReader } from "../../../chain/pinnedReader.ts";
import type { Verdict } from "./verdict.ts";

const EIP_1271 = parseAbi(["function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)"]);
const EIP_1271_LEGACY = parseAbi([
  "function isValidSignature(bytes data, bytes signature) view returns (bytes4)",
]);
const MAGIC: Hex = "0x1626ba7e";
const MAGIC_LEGACY: Hex = "0x20c13b0b";

/** What the contract is asked about: a hash (EIP-1271), or the bytes that are hashed (its first draft). */
export type SignedSubject = { readonly hash: Hash32 } | { readonly preimage: Hex };

type Question = { readonly owner: Address; readonly subject: SignedSubject; readonly data: Hex };

const encodeQuestion = ({ subject, data }: Question): { readonly call: Hex; readonly magic: Hex } =>
  "hash" in subject
    ? { call: encodeFunctionData({ abi: EIP_1271, args: [subject.hash, data] }), magic: MAGIC }
    : {
        call: encodeFunctionData({ abi: EIP_1271_LEGACY, args: [subject.preimage, data] }),
        magic: MAGIC_LEGACY,
      };

/**
 * Asks a contract owner, at the reader's block, whether `data` is its signature. A revert, no contract, or any other
 * answer than the magic value in its own word is a no; a silent source is `unknown`.
 */
export async function contractSignature(reader: PinnedReader, question: Question): Promise<Verdict> {
  const { owner } = question;
  const { call, magic } = encodeQuestion(question);
  const [result] = await reader.read([{ subject: `signature:${owner}`, to: owner, data: call }]);
  if (result?.ok) {
    if (result.data === magic.padEnd(66, "0")) return { verdict: "valid" };
    const answer = result.data === "0x" ? "there is no contract" : `it answers ${result.data.slice(0, 66)}`;
    return { verdict: "invalid", reason: `${owner} does not accept the signature: ${answer}` };
  }
  const detail = result?.missing.detail ?? "no reply";
  if (result === undefined || result.reverted === null) return { verdict: "unknown", reason: detail };
  return { verdict: "invalid", reason: `${owner} does not accept the signature: ${detail}` };
}
