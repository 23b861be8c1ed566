import type { Address, Hash32 } from "@ballast/core";
import { encodeAbiParameters, keccak256 } from "viem";
import { SAFE_SLOTS } from "../safeSlots.ts";

/** Storage slot of `approvedHashes[owner][hash]`: a mapping of mappings, as Solidity lays them out. */
export function approvedHashSlot(owner: Address, hash: Hash32): Hash32 {
  const outer = encodeAbiParameters(
    [{ type: "address" }, { type: "uint256" }],
    [owner, SAFE_SLOTS.approvedHashes],
  );
  return keccak256(encodeAbiParameters([{ type: "bytes32" }, { type: "bytes32" }], [hash, keccak256(outer)]));
}
