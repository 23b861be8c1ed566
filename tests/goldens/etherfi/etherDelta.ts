import type { Output, Scene } from "./action.ts";

/** The ether that the holder gains by a step; what he pays for gas is not part of it. */
export function etherDelta({ rig: { empty }, holder }: Scene): Output {
  let gas = 0n;
  let first = true;
  const read = async () => {
    const balance = await empty.chain.reader.getBalance({ address: holder });
    if (!first) gas = await gasPaid();
    first = false;
    return balance + gas;
  };
  const gasPaid = async () => {
    const block = await empty.chain.reader.getBlock({ includeTransactions: true });
    let paid = 0n;
    for (const { from, hash } of block.transactions) {
      if (from.toLowerCase() !== holder.toLowerCase()) continue;
      const receipt = await empty.chain.reader.getTransactionReceipt({ hash });
      paid += receipt.gasUsed * receipt.effectiveGasPrice;
    }
    return paid;
  };
  return { field: "ethDelta", when: "change", read };
}
