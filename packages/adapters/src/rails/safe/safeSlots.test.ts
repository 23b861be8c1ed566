import { keccak256, stringToHex } from "viem";
import { expect, it } from "vitest";
import { SAFE_SLOTS } from "./safeSlots.ts";

it.each([
  ["guard", "guard_manager.guard.address"],
  ["moduleGuard", "module_manager.module_guard.address"],
  ["fallbackHandler", "fallback_manager.handler.address"],
] as const)("the %s slot is the hash of its name", (slot, name) => {
  expect(SAFE_SLOTS[slot]).toBe(BigInt(keccak256(stringToHex(name))));
});
