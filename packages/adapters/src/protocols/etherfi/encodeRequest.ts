import { assetId, type InnerCall } from "@ballast/core";
import { encodeFunctionData } from "viem";
import type { EncodeWithdrawalRequest } from "../../adapter.ts";
import { approveCall } from "../../withdrawals/approveCall.ts";
import { requestAmounts } from "../../withdrawals/requestAmounts.ts";
import { venueContract } from "../../withdrawals/venueContract.ts";
import { WITHDRAW_ADAPTER } from "./abi.ts";
import { ETHERFI_ID, WEETH_POSITION } from "./contracts.ts";

/**
 * Allows the adapter what is given, then asks for one request after the other, each owned by the account: one call gives one NFT.
 * Amounts are weETH, which does not rebase, so they fit whenever the owners sign. The allowance is used up, because the adapter
 * takes every amount whole.
 *
 * @throws ActionRefused for what the queue cannot be asked, instant redemption among it: it has no minimum output, so a worse rate
 *   at execution would be taken without a word
 */
export function encodeRequest(given: EncodeWithdrawalRequest): readonly InnerCall[] {
  const { request, account, deployment } = given;
  const amounts = requestAmounts(given, {
    position: WEETH_POSITION,
    asset: assetId("weETH"),
    kind: "etherfi-queue",
    otherwise:
      "ether.fi is asked by etherfi-queue; instant redemption is not planned, it has no minimum output",
  });
  const where = { deployment, venue: ETHERFI_ID, position: WEETH_POSITION };
  const adapter = venueContract("withdrawAdapter", where);
  const { amount } = request.spend;
  const ask = (weETH: bigint): InnerCall => ({
    to: adapter,
    value: 0n,
    data: encodeFunctionData({
      abi: WITHDRAW_ADAPTER,
      functionName: "requestWithdraw",
      args: [weETH, account.address],
    }),
  });
  return [
    approveCall({ token: venueContract("weETH", where), spender: adapter, amount }),
    ...amounts.map(ask),
  ];
}
