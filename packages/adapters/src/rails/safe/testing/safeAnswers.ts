import type { Address, Hex, SafeState } from "@ballast/core";
import { type ContractFunctionName, type ContractFunctionReturnType, encodeFunctionResult, pad } from "viem";
import { SAFE_ABI } from "../safeAbi.ts";

const ZERO: Address = "0x0000000000000000000000000000000000000000";
const SENTINEL: Address = "0x0000000000000000000000000000000000000001";

type Getter = ContractFunctionName<typeof SAFE_ABI, "view">;
const answer = <Name extends Getter>(
  functionName: Name,
  result: ContractFunctionReturnType<typeof SAFE_ABI, "view", Name>,
): Hex =>
  encodeFunctionResult({ abi: SAFE_ABI, functionName, result } as Parameters<typeof encodeFunctionResult>[0]);

/** What a Safe answers beside its state: where its list of modules goes on, and its module guard. */
type Rest = { readonly next?: Address; readonly moduleGuard?: Address };

/** What a Safe in this state answers to `safeStateCalls`. */
export function safeAnswers(safe: SafeState, rest: Rest = {}): readonly Hex[] {
  const { next = SENTINEL, moduleGuard = ZERO } = rest;
  const slots = [safe.singleton, safe.guard, safe.fallbackHandler, moduleGuard];
  return [
    answer("VERSION", safe.version),
    answer("nonce", safe.nonce),
    answer("getThreshold", safe.threshold),
    answer("getOwners", safe.owners),
    answer("getModulesPaginated", [safe.modules, next]),
    ...slots.map((address) => answer("getStorageAt", pad(address, { size: 32 }))),
  ];
}
