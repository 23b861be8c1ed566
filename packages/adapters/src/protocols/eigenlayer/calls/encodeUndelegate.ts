import type { InnerCall } from "@ballast/core";
import { encodeFunctionData } from "viem";
import { EIGENLAYER } from "../abi.ts";
import type { CallRequest } from "./callRequest.ts";
import { contractsFor } from "./contractsFor.ts";

/**
 * Queues everything in every strategy, one withdrawal each, and leaves the operator. It names no amount, so nothing that moves between
 * proposal and execution can break it.
 *
 * @throws ActionRefused for another chain
 */
export function encodeUndelegate(request: CallRequest): readonly InnerCall[] {
  const { delegationManager: to } = contractsFor(request);
  const args = [request.account.address] as const;
  return [{ to, value: 0n, data: encodeFunctionData({ abi: EIGENLAYER, functionName: "undelegate", args }) }];
}
