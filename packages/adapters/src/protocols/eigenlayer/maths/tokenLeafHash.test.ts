import { keccak256 } from "viem";
import { expect, it } from "vitest";
import { tokenLeafHash } from "./tokenLeafHash.ts";

const token = "0x1111111111111111111111111111111111111111";

it("hashes salt 1, token and earnings, 53 bytes without padding", () => {
  expect(tokenLeafHash({ token, cumulativeEarnings: 258n })).toBe(
    keccak256(`0x01${"11".repeat(20)}${"00".repeat(30)}0102`),
  );
});
