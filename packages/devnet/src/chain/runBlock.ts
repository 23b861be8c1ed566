import type { Hex } from "viem";
import type { Chain, SentTransaction } from "./chain.ts";
import type { DevnetTransaction } from "./transaction.ts";

/** The base fee of quiet times: 1 gwei. */
export const calmBaseFeeWei = 10n ** 9n;

/**
 * Sends transactions in order, mines one block with them and proves that each succeeded.
 * @throws {DevnetTransactionError} when one did not
 */
export async function runBlock(
  chain: Chain,
  {
    timestamp,
    transactions,
    baseFeeWei = calmBaseFeeWei,
  }: { timestamp: number; transactions: readonly DevnetTransaction[]; baseFeeWei?: bigint },
): Promise<Hex[]> {
  const sent: SentTransaction[] = [];
  for (const transaction of transactions)
    sent.push({ what: transaction.what, hash: await chain.send(transaction) });
  await chain.mine({ timestamp, baseFeeWei });
  await chain.requireSuccess(sent);
  return sent.map(({ hash }) => hash);
}
