import { hexToBytes, keccak256 } from "viem";
import { expect, it } from "vitest";
import { approvedHashSlot } from "./approvedHashSlot.ts";

it("is where Solidity keeps approvedHashes[owner][hash] at slot 8", () => {
  const owner = "0x00000000000000000000000000000000000000aa";
  const hash = `0x${"c0".repeat(32)}` as const;
  const outer = new Uint8Array(64);
  outer[31] = 0xaa;
  outer[63] = 8;
  const inner = new Uint8Array([...hexToBytes(hash), ...keccak256(outer, "bytes")]);
  expect(approvedHashSlot(owner, hash)).toBe(keccak256(inner));
});
