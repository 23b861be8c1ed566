import { expect, test } from "vitest";
import { withOneGenesis } from "./withOneGenesis.ts";

const block = (number: string, timestamp: string) => ({ header: { number, timestamp }, transactions: [] });
const dump = (blocks: unknown) =>
  Buffer.from(JSON.stringify({ best_block_number: 2, blocks, historical_states: null }));

test("the block 0 of a later start is left out, the chain's own stays, and so does the order of the rest", () => {
  const own = block("0x0", "0x64");
  const given = dump([
    block("0x2", "0x70"),
    block("0x0", "0x99"),
    own,
    block("0x1", "0x65"),
    block("0x0", "0x98"),
  ]);
  const kept = JSON.parse(withOneGenesis(given, 100).toString("utf8"));
  expect(kept.blocks).toEqual([block("0x2", "0x70"), own, block("0x1", "0x65")]);
  expect(Object.keys(kept)).toEqual(["best_block_number", "blocks", "historical_states"]);
});

test.each([[[block("0x0", "0x64"), block("0x1", "0x64")]], [undefined]])(
  "a dump with nothing to leave out stays as it is",
  (blocks) => {
    const given = dump(blocks);
    expect(withOneGenesis(given, 100)).toBe(given);
  },
);
