import type { AccountRef, Address } from "@ballast/core";
import { encodeFunctionData, toFunctionSelector, zeroAddress } from "viem";
import type { ReadRequest } from "../../adapter.ts";
import type { PinnedResult } from "../../chain/pinnedReader.ts";
import type { Read } from "../../chain/read.ts";
import { readWord } from "../../chain/readWord.ts";
import { BLACKLISTER, NFT_RECEIVER } from "./abi.ts";
import { ETHERFI_ID } from "./contracts.ts";

/** What decides for one account whether ether.fi deals with it. */
export type AccessReading = {
  readonly account: AccountRef;
  /** false also where the deployment lists no blacklister: a flag says so. */
  readonly isBlacklisted: Read<boolean>;
  /** Whether the account answers the callback by which a request's NFT is given to it. */
  readonly receivesNfts: Read<boolean>;
};

const subject = `venue:${ETHERFI_ID}`;
const NO: Read<boolean> = { ok: true, value: false };
/** onERC721Received answers with its own selector, left-aligned in a word. */
const RECEIVED = BigInt(toFunctionSelector(NFT_RECEIVER[0]).padEnd(66, "0"));

const blacklistCall = (to: Address, { address }: AccountRef) => ({
  subject,
  to,
  data: encodeFunctionData({ abi: BLACKLISTER, args: [address] }),
});

/** The callback as the NFT would make it; whoever asks is taken for the NFT, because a token handler looks at nothing. */
const callbackCall = (operator: Address, { address }: AccountRef) => ({
  subject,
  to: address,
  data: encodeFunctionData({ abi: NFT_RECEIVER, args: [operator, zeroAddress, 1n, "0x"] }),
});

/**
 * A Safe without a fallback handler answers nothing, another contract reverts: either is a no. Only a call that did not run leaves
 * it open.
 */
function received(result: PinnedResult | undefined): Read<boolean> {
  if (result === undefined) return NO;
  if (!result.ok && result.missing.code !== "revert") return { ok: false, missing: result.missing };
  if (!result.ok || result.data === "0x") return NO;
  const word = readWord(result, subject);
  return { ok: true, value: word.ok && word.value === RECEIVED };
}

/** Blacklisted until a time means while that time is later than the block (Blacklister.sol, nonBlacklisted). */
function blacklisted(result: PinnedResult | undefined, now: bigint): Read<boolean> {
  if (result === undefined) return NO;
  const word = readWord(result, subject);
  return word.ok ? { ok: true, value: word.value > now } : word;
}

/** Asks for each account whether it is blacklisted and whether it takes NFTs, in the order of the accounts. */
export async function readAccess({
  reader,
  deployment,
  accounts,
}: ReadRequest): Promise<readonly AccessReading[]> {
  const { blacklister, withdrawRequestNFT } = deployment.venues[ETHERFI_ID] ?? {};
  const [lists, callbacks] = await Promise.all([
    blacklister === undefined
      ? []
      : reader.read(accounts.map((account) => blacklistCall(blacklister.address, account))),
    withdrawRequestNFT === undefined
      ? []
      : reader.read(accounts.map((account) => callbackCall(withdrawRequestNFT.address, account))),
  ]);
  return accounts.map((account, index) => ({
    account,
    isBlacklisted: blacklisted(lists[index], reader.block.timestamp),
    receivesNfts: received(callbacks[index]),
  }));
}
