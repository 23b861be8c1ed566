import type { Hex, SafeTransaction } from "@ballast/core";
import { encodeFunctionData } from "viem";
import { SAFE_ABI } from "./safeAbi.ts";

/** Calldata of `execTransaction` for whoever executes; `signatures` as `encodeSignatures` gives them. */
export function executionCalldata(transaction: SafeTransaction, signatures: Hex): Hex {
  const { to, value, data, operation, safeTxGas, baseGas, gasPrice, gasToken, refundReceiver } = transaction;
  return encodeFunctionData({
    abi: SAFE_ABI,
    functionName: "execTransaction",
    args: [
      to,
      value,
      data,
      Number(operation),
      safeTxGas,
      baseGas,
      gasPrice,
      gasToken,
      refundReceiver,
      signatures,
    ],
  });
}
