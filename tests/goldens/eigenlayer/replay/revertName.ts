import type { EmptyChain } from "@ballast/devnet";
import { decodeErrorResult, type Hex } from "viem";

const OWN = [
  "DelegationManager",
  "StrategyManager",
  "AllocationManager",
  "EigenPodManager",
  "StrategyBase",
  "MintableToken",
] as const;

/** A revert as a recording names it: the custom error's name, `Panic(17)`, `Error(text)`, or `nothing` when there is no data. */
export function revertName({ artifacts }: EmptyChain, data: Hex): string {
  if (data === "0x") return "nothing";
  const abi = OWN.flatMap((name) => artifacts[name].abi.filter(({ type }) => type === "error"));
  try {
    const { errorName, args = [] } = decodeErrorResult({ abi, data });
    return errorName === "Panic" || errorName === "Error" ? `${errorName}(${args.join()})` : errorName;
  } catch {
    return data;
  }
}
