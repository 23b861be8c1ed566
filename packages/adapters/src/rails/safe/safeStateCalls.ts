import type { Address, Hex } from "@ballast/core";
import { encodeFunctionData } from "viem";
import type { PinnedCall } from "../../chain/pinnedReader.ts";
import { SAFE_ABI } from "./safeAbi.ts";
import { SAFE_SLOTS } from "./safeSlots.ts";

/** Head of the linked list of modules. */
const SENTINEL: Address = "0x0000000000000000000000000000000000000001";
/** More modules than this on one Safe are not read but reported: `decodeSafeState`. */
const MODULES_MAX = 50n;
const SUBJECT = "safe";

const read = (functionName: "VERSION" | "nonce" | "getThreshold" | "getOwners"): Hex =>
  encodeFunctionData({ abi: SAFE_ABI, functionName });

const slot = (offset: bigint): Hex =>
  encodeFunctionData({ abi: SAFE_ABI, functionName: "getStorageAt", args: [offset, 1n] });

/**
 * The view calls that tell a Safe's state, for the sweep's aggregate, in the order that `decodeSafeState` expects:
 * version, nonce, threshold, owners, modules, singleton, guard, fallback handler, module guard.
 */
export function safeStateCalls(account: Address): readonly PinnedCall[] {
  const modules = encodeFunctionData({
    abi: SAFE_ABI,
    functionName: "getModulesPaginated",
    args: [SENTINEL, MODULES_MAX],
  });
  const getters = [read("VERSION"), read("nonce"), read("getThreshold"), read("getOwners"), modules];
  const { singleton, guard, fallbackHandler, moduleGuard } = SAFE_SLOTS;
  const slots = [singleton, guard, fallbackHandler, moduleGuard].map(slot);
  return [...getters, ...slots].map((data) => ({ subject: SUBJECT, to: account, data }));
}
