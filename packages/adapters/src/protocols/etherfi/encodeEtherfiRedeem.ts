import type { AccountRef, InnerCall, RawAmount } from "@ballast/core";
import { encodeFunctionData } from "viem";
import { ActionRefused } from "../../ActionRefused.ts";
import type { Deployment } from "../../deployment/types.ts";
import { approveCall } from "../../withdrawals/approveCall.ts";
import { venueContract } from "../../withdrawals/venueContract.ts";
import { REDEMPTION_MANAGER } from "./abi.ts";
import { ETHER_TOKEN, ETHERFI_ID, WEETH_POSITION } from "./contracts.ts";

export type RedeemRequest = {
  /** weETH */
  readonly amount: RawAmount;
  readonly account: AccountRef;
  readonly deployment: Deployment;
};

/**
 * The calls of an instant redemption of weETH for ether, to the account itself. No plan has it: `redeemWeEth` takes no minimum output,
 * so nothing in the transaction bounds what a late execution pays.
 *
 * @throws ActionRefused for an amount of nothing, another chain, or a deployment without a redemption manager
 */
export function encodeEtherfiRedeem({ amount, account, deployment }: RedeemRequest): readonly InnerCall[] {
  const refuse = (field: string, facts: { readonly value: string; readonly limit: string }) =>
    new ActionRefused(WEETH_POSITION, { field, ...facts });
  if (amount < 1n) throw refuse("amount", { value: `${amount}`, limit: "at least 1" });
  if (account.chainId !== deployment.chainId) {
    const limit = `the deployment ${deployment.name} is chain ${deployment.chainId}`;
    throw refuse("account.chainId", { value: `${account.chainId}`, limit });
  }
  const where = { deployment, venue: ETHERFI_ID, position: WEETH_POSITION };
  const manager = venueContract("redemptionManager", where);
  const args = [amount, account.address, ETHER_TOKEN] as const;
  const data = encodeFunctionData({ abi: REDEMPTION_MANAGER, functionName: "redeemWeEth", args });
  return [
    approveCall({ token: venueContract("weETH", where), spender: manager, amount }),
    { to: manager, value: 0n, data },
  ];
}
