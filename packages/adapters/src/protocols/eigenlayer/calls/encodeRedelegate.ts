import type { InnerCall } from "@ballast/core";
import { encodeFunctionData } from "viem";
import { EIGENLAYER } from "../abi.ts";
import { approvalArguments } from "./approvalArguments.ts";
import { contractsFor } from "./contractsFor.ts";
import type { DelegateRequest } from "./encodeDelegate.ts";
import { operatorFor } from "./operatorFor.ts";

/**
 * Leaves the operator and delegates to another in one call. The stake still waits in the queue, one withdrawal per strategy, and stays
 * slashable by the old operator's sets meanwhile; completed as shares it lands with the new operator.
 *
 * @throws ActionRefused as encodeDelegate
 */
export function encodeRedelegate(request: DelegateRequest): readonly InnerCall[] {
  const { delegationManager: to } = contractsFor(request);
  const { signed, salt } = approvalArguments(request.approval);
  const args = [operatorFor(request, request.operator), signed, salt] as const;
  return [{ to, value: 0n, data: encodeFunctionData({ abi: EIGENLAYER, functionName: "redelegate", args }) }];
}
