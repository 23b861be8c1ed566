import type { Hex, Log } from "viem";
import { DevnetTransactionError } from "../errors.ts";
import type { Chain, SentTransaction } from "./chain.ts";
import { calmBaseFeeWei } from "./runBlock.ts";
import type { DevnetTransaction } from "./transaction.ts";

/** What became of a transaction in its block. */
export interface AttemptedTransaction {
  readonly logs: readonly Log[];
  /** the revert's data; absent of a success */
  readonly revertData?: Hex;
}

interface Receipt {
  readonly transactionHash: Hex;
  readonly status: Hex;
  readonly logs: readonly Log[];
}

/**
 * Sends transactions in order and mines one block with them, whether they succeed or revert.
 * @throws {DevnetTransactionError} when one of them is not in the block
 */
export async function attemptBlock(
  chain: Chain,
  { timestamp, transactions }: { timestamp: number; transactions: readonly DevnetTransaction[] },
): Promise<readonly AttemptedTransaction[]> {
  const sent: SentTransaction[] = [];
  for (const transaction of transactions)
    sent.push({ what: transaction.what, hash: await chain.send(transaction) });
  await chain.mine({ timestamp, baseFeeWei: calmBaseFeeWei });
  const receipts = await chain.rpc<readonly Receipt[]>("eth_getBlockReceipts", "latest");
  return Promise.all(
    sent.map(async ({ what, hash }) => {
      const receipt = receipts.find(({ transactionHash }) => transactionHash === hash);
      if (receipt === undefined)
        throw new DevnetTransactionError({ what, hash, reason: "the block did not take it" });
      if (receipt.status === "0x1") return { logs: receipt.logs };
      return { logs: [], revertData: await revertDataOf(chain, hash) };
    }),
  );
}

/** The node keeps no revert data in receipts; its trace has it. */
async function revertDataOf(chain: Chain, hash: Hex): Promise<Hex> {
  const { output = "0x" } = await chain.rpc<{ readonly output?: Hex }>("debug_traceTransaction", hash, {
    tracer: "callTracer",
  });
  return output;
}
