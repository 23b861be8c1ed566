import type { Address } from "@ballast/core";
import { encodeFunctionData } from "viem";
import type { ReadRequest } from "../../adapter.ts";
import type { Read } from "../../chain/read.ts";
import { readWord } from "../../chain/readWord.ts";
import { readWords } from "../../chain/words.ts";
import { REDEMPTION_MANAGER } from "./abi.ts";
import { ETHER_TOKEN, ETHERFI_ID } from "./contracts.ts";

/** On what terms eETH can be redeemed for ether at once. */
export type RedemptionReading = {
  readonly address: Address;
  /** Part of the payout, in basis points. */
  readonly fee: Read<bigint>;
  /** wei of eETH that liquidity, low watermark and bucket let through. */
  readonly redeemable: Read<bigint>;
  /** Whether even one wei can be redeemed. */
  readonly canRedeem: Read<boolean>;
};

const subject = `venue:${ETHERFI_ID}`;
/** The bucket's limit takes four words, then come the treasury's split, the fee and the watermark. */
const INFO_WORDS = 7;
const FEE_WORD = 5;

/** Reads the terms of instant redemption into ether; null where the deployment has no redemption manager. */
export async function readRedemption({ reader, deployment }: ReadRequest): Promise<RedemptionReading | null> {
  const { redemptionManager } = deployment.venues[ETHERFI_ID] ?? {};
  if (redemptionManager === undefined) return null;
  const { address: to } = redemptionManager;
  const abi = REDEMPTION_MANAGER;
  const token = [ETHER_TOKEN] as const;
  const [info, redeemable, can] = await reader.read([
    { subject, to, data: encodeFunctionData({ abi, functionName: "tokenToRedemptionInfo", args: token }) },
    { subject, to, data: encodeFunctionData({ abi, functionName: "totalRedeemableAmount", args: token }) },
    { subject, to, data: encodeFunctionData({ abi, functionName: "canRedeem", args: [1n, ETHER_TOKEN] }) },
  ]);
  if (info === undefined || redeemable === undefined || can === undefined) return null;
  const words = readWords(info, { subject, count: INFO_WORDS });
  const isOpen = readWord(can, subject);
  return {
    address: to,
    fee: words.ok ? { ok: true, value: words.words[FEE_WORD] ?? 0n } : words,
    redeemable: readWord(redeemable, subject),
    canRedeem: isOpen.ok ? { ok: true, value: isOpen.value !== 0n } : isOpen,
  };
}
