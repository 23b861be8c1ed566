import type { InnerCall } from "@ballast/core";
import { decodeFunctionData, toFunctionSelector } from "viem";
import { EIGENLAYER } from "../abi.ts";

/** A call as its target, selector, value, function and arguments; addresses in checksum form as the decoder gives them. */
export function decodedCall({ to, value, data }: InnerCall) {
  const { functionName, args } = decodeFunctionData({ abi: EIGENLAYER, data });
  const item = EIGENLAYER.find((one) => one.type === "function" && one.name === functionName);
  if (item?.type !== "function" || toFunctionSelector(item) !== data.slice(0, 10))
    throw new Error(`${data.slice(0, 10)} is not the selector of ${functionName}`);
  return { to, value, functionName, args };
}
