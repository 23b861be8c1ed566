import type { EtherfiTotals } from "./etherfiTotals.ts";
import { unwrapDown } from "./unwrapDown.ts";
import { type WithdrawalRequest, withdrawalRequest } from "./withdrawalRequest.ts";

/**
 * The request that the adapter makes of weETH: unwrapped first, so that both of its figures are rounded down once more.
 * Source: etherfi-protocol/smart-contracts, src/withdrawals/WeETHWithdrawAdapter.sol `requestWithdraw`.
 * @param weEth wei of weETH
 */
export function withdrawalRequestOfWeEth(weEth: bigint, totals: EtherfiTotals): WithdrawalRequest {
  return withdrawalRequest(unwrapDown(weEth, totals).amount, totals);
}
