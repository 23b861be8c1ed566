import { describe, expect, test } from "vitest";
import { groupQueue } from "./groupQueue.ts";

const rows = (...nonces: number[]) => nonces.map((nonce, id) => ({ nonce: BigInt(nonce), id }));

const shape = (nonces: number[], next: number) =>
  groupQueue(rows(...nonces), BigInt(next)).map((entry) =>
    entry.kind === "gap"
      ? `gap ${entry.from}-${entry.to}`
      : `${entry.isNext ? "next " : ""}${entry.nonce}×${entry.rows.length}`,
  );

describe("the queue by nonce", () => {
  test.each([
    ["nothing queued is empty", [], 5, []],
    ["the Safe's nonce is next", [5], 5, ["next 5×1"]],
    ["two for one nonce are one group", [5, 5], 5, ["next 5×2"]],
    ["order follows the nonce, not the list", [7, 5, 6], 5, ["next 5×1", "6×1", "7×1"]],
    ["a missing nonce in front is a gap", [6], 5, ["gap 5-5", "6×1"]],
    ["a missing nonce between is a gap", [5, 8], 5, ["next 5×1", "gap 6-7", "8×1"]],
    ["what is behind the chain is shown and makes no gap", [3, 5], 5, ["3×1", "next 5×1"]],
    ["behind the chain and ahead of it", [3, 7], 5, ["3×1", "gap 5-6", "7×1"]],
  ] as const)("%s", (_name, nonces, next, entries) => {
    expect(shape([...nonces], next)).toEqual(entries);
  });
});
