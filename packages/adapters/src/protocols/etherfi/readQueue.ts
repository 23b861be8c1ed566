import type { Address } from "@ballast/core";
import { encodeFunctionData } from "viem";
import type { ReadRequest } from "../../adapter.ts";
import type { PinnedResult } from "../../chain/pinnedReader.ts";
import type { Read } from "../../chain/read.ts";
import { readGetters } from "../../chain/readGetters.ts";
import { readWord } from "../../chain/readWord.ts";
import { wholeRead } from "../../chain/wholeRead.ts";
import { ETHERFI } from "./abi.ts";
import { ETHERFI_ID } from "./contracts.ts";
import { NO_EETH } from "./noEeth.ts";

/** What the withdrawal requests say of themselves. */
export type QueueReading = {
  readonly address: Address;
  /** Requests up to this id are finalised. */
  readonly lastFinalized: Read<bigint>;
  /**
   * Value of the requests that wait, in wei: the eETH that the requests hold, less the ether that is set aside for those that are
   * finalised. No getter gives it; what the shares of a request earned since is in it, so it is at or above what they will pay.
   */
  readonly waiting: Read<bigint>;
};

const subject = `venue:${ETHERFI_ID}`;
const QUEUE = ["lastFinalizedRequestId", "ethAmountLockedForWithdrawal"] as const;

const aboveZero = (value: bigint): bigint => (value > 0n ? value : 0n);

function waitingOf(balance: PinnedResult | undefined, locked: PinnedResult): Read<bigint> {
  if (balance === undefined) return NO_EETH;
  const read = wholeRead({ held: readWord(balance, subject), locked: readWord(locked, subject) });
  return read.ok ? { ok: true, value: aboveZero(read.value.held - read.value.locked) } : read;
}

/** Reads the queue; null where the deployment has none. */
export async function readQueue({ reader, deployment }: ReadRequest): Promise<QueueReading | null> {
  const { withdrawRequestNFT, eETH } = deployment.venues[ETHERFI_ID] ?? {};
  if (withdrawRequestNFT === undefined) return null;
  const { address } = withdrawRequestNFT;
  const data = encodeFunctionData({ abi: ETHERFI, functionName: "balanceOf", args: [address] });
  const [queue, balances] = await Promise.all([
    readGetters(reader, { contract: address, names: QUEUE, subject }),
    eETH === undefined ? [] : reader.read([{ subject, to: eETH.address, data }]),
  ]);
  return {
    address,
    lastFinalized: readWord(queue.lastFinalizedRequestId, subject),
    waiting: waitingOf(balances[0], queue.ethAmountLockedForWithdrawal),
  };
}
