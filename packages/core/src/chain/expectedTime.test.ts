import { expect, test } from "vitest";
import { blockNumber } from "../units/quantities.ts";
import { unixSeconds } from "../units/times.ts";
import { expectedTime } from "./expectedTime.ts";

const after = { number: blockNumber(1_000n), timestamp: unixSeconds(1_700_000_000n) };

test.each([
  ["the known block itself", 1_000n, 1_700_000_000n],
  ["the next one, a slot later", 1_001n, 1_700_000_012n],
  ["one a hundred thousand blocks on", 101_000n, 1_701_200_000n],
  ["one that went before", 995n, 1_699_999_940n],
])("%s", (_, block, time) => {
  expect(expectedTime(blockNumber(block), { after })).toBe(time);
});
