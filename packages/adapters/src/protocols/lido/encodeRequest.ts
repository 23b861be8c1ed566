import { assetId, type InnerCall } from "@ballast/core";
import { encodeFunctionData } from "viem";
import type { EncodeWithdrawalRequest } from "../../adapter.ts";
import { approveCall } from "../../withdrawals/approveCall.ts";
import { requestAmounts } from "../../withdrawals/requestAmounts.ts";
import { venueContract } from "../../withdrawals/venueContract.ts";
import { QUEUE } from "./abi.ts";
import { LIDO_ID, WSTETH_POSITION } from "./contracts.ts";

/**
 * Two calls: allow the queue what is given, then ask for one request for each amount, owned by the account. Amounts are wstETH,
 * which does not rebase, so they fit whenever the owners sign; what each becomes is unwrapped on execution. The allowance is used
 * up, because the queue takes every amount whole.
 *
 * @throws ActionRefused for what the queue cannot be asked
 */
export function encodeRequest(given: EncodeWithdrawalRequest): readonly InnerCall[] {
  const { request, account, deployment } = given;
  const amounts = requestAmounts(given, {
    position: WSTETH_POSITION,
    asset: assetId("wstETH"),
    kind: "lido-queue",
    otherwise: "Lido's queue takes wstETH: lido-queue",
  });
  const where = { deployment, venue: LIDO_ID, position: WSTETH_POSITION };
  const queue = venueContract("withdrawalQueue", where);
  const data = encodeFunctionData({
    abi: QUEUE,
    functionName: "requestWithdrawalsWstETH",
    args: [amounts, account.address],
  });
  const { amount } = request.spend;
  return [
    approveCall({ token: venueContract("wstETH", where), spender: queue, amount }),
    { to: queue, value: 0n, data },
  ];
}
