import { etherForSharesDown, type PoolTotals, sharesForEtherDown } from "@ballast/adapters";
import { wholeNumber } from "./fields.ts";
import type { Fields } from "./lidoFile.ts";

/** The shares of a sender and a receiver through a row of transfers, by the adapters' maths alone. */
export type HoldingLedger = {
  /**
   * What a recorded transfer does, in the form of the recording.
   * @throws StepProblem when the amount or a total is missing
   */
  transfer(recorded: Fields): Fields;
};

/** A ledger that begins with the shares of both. */
export function holdingLedger(start: { holderShares: bigint; receiverShares: bigint }): HoldingLedger {
  let { holderShares: sender, receiverShares: receiver } = start;
  return {
    transfer: (recorded) => {
      const amount = wholeNumber(recorded.amount, "amount");
      const totals: PoolTotals = {
        totalPooledEther: wholeNumber(recorded.totalPooledEther, "totalPooledEther"),
        totalShares: wholeNumber(recorded.totalShares, "totalShares"),
      };
      const moved = sharesForEtherDown(amount, totals);
      const before = [etherForSharesDown(sender, totals), etherForSharesDown(receiver, totals)] as const;
      [sender, receiver] = [sender - moved, receiver + moved];
      return {
        amount,
        ...totals,
        sharesMoved: moved,
        senderBalanceDrop: before[0] - etherForSharesDown(sender, totals),
        receiverBalanceGain: etherForSharesDown(receiver, totals) - before[1],
      };
    },
  };
}
