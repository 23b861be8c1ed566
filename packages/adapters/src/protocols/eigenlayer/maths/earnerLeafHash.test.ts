import { keccak256 } from "viem";
import { expect, it } from "vitest";
import { earnerLeafHash } from "./earnerLeafHash.ts";

const earner = "0x1111111111111111111111111111111111111111";
const earnerTokenRoot = `0x${"22".repeat(32)}` as const;

it("hashes salt 0, earner and root, 53 bytes without padding", () => {
  expect(earnerLeafHash({ earner, earnerTokenRoot })).toBe(
    keccak256(`0x00${"11".repeat(20)}${"22".repeat(32)}`),
  );
});
