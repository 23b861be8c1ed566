import { expect, it } from "vitest";
import { completableFromBlock } from "./completableFromBlock.ts";

it.each([
  ["one after the last slashable block", 252n, 10n, 263n],
  ["with mainnet's delay", 21_000_000n, 100_800n, 21_100_801n],
  ["in the next block without a delay", 5n, 0n, 6n],
])("completable %s", (_what, startBlock, delayBlocks, from) => {
  expect(completableFromBlock({ startBlock, delayBlocks })).toBe(from);
});
