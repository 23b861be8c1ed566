import type { Address, InnerCall } from "@ballast/core";
import { encodeFunctionData } from "viem";
import { EIGENLAYER } from "../abi.ts";
import { type Approval, approvalArguments } from "./approvalArguments.ts";
import type { CallRequest } from "./callRequest.ts";
import { contractsFor } from "./contractsFor.ts";
import { operatorFor } from "./operatorFor.ts";

export type DelegateRequest = CallRequest & {
  readonly operator: Address;
  /** null for an operator without an approver. */
  readonly approval: Approval | null;
};

/**
 * Delegates everything that the account holds in EigenLayer, and what it will deposit.
 *
 * @throws ActionRefused for an operator that nobody or the account is, an empty signature, another chain
 */
export function encodeDelegate(request: DelegateRequest): readonly InnerCall[] {
  const { delegationManager: to } = contractsFor(request);
  const { signed, salt } = approvalArguments(request.approval);
  const args = [operatorFor(request, request.operator), signed, salt] as const;
  return [{ to, value: 0n, data: encodeFunctionData({ abi: EIGENLAYER, functionName: "delegateTo", args }) }];
}
