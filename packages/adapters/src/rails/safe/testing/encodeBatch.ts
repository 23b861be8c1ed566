import type { Address, Hex, InnerCall, SafeTransaction } from "@ballast/core";
import { concat, encodeFunctionData, encodePacked, parseAbi, size } from "viem";
import { buildRejection } from "../buildRejection.ts";
import { ACCOUNT } from "./sampleBatch.ts";
import { SAMPLE_DEPLOYMENT } from "./sampleDeployment.ts";

const MULTI_SEND = parseAbi(["function multiSend(bytes transactions)"]);

/** An inner call with an operation of its own, so that a test can write what no builder would. */
export type AnyCall = InnerCall & { readonly operation?: number };

const packed = ({ operation = 0, to, value, data }: AnyCall): Hex =>
  encodePacked(
    ["uint8", "address", "uint256", "uint256", "bytes"],
    [operation, to, value, BigInt(size(data)), data],
  );

/** A batch around any calls whatever, written without protocol-kit. */
export function encodeBatch(calls: readonly AnyCall[], target?: Address): SafeTransaction {
  return {
    ...buildRejection(ACCOUNT, 7n),
    to: target ?? SAMPLE_DEPLOYMENT.safe.contracts.multiSendCallOnly.address,
    operation: 1n,
    data: encodeFunctionData({ abi: MULTI_SEND, args: [concat(["0x", ...calls.map(packed)])] }),
  };
}
