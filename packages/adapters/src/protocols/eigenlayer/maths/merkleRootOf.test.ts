import fc from "fast-check";
import { concat, type Hex, keccak256, toHex } from "viem";
import { describe, expect, it } from "vitest";
import { merkleRootOf } from "./merkleRootOf.ts";

const leafOf = (index: number) => keccak256(toHex(index, { size: 32 }));
const parentOf = (left: Hex, right: Hex) => keccak256(concat([left, right]));

/** The tree over leaves 0, 1, …: its levels from the leaves up. */
function levelsOf(height: number): readonly (readonly Hex[])[] {
  const levels: Hex[][] = [Array.from({ length: 2 ** height }, (_, index) => leafOf(index))];
  for (let level = 0; level < height; level += 1) {
    const below = levels[level] ?? [];
    levels.push(
      Array.from({ length: below.length / 2 }, (_, at) =>
        parentOf(below[2 * at] ?? "0x", below[2 * at + 1] ?? "0x"),
      ),
    );
  }
  return levels;
}

function proofOf(levels: readonly (readonly Hex[])[], index: number): Hex {
  return concat(
    levels.slice(0, -1).map((level, height) => level[Math.floor(index / 2 ** height) ^ 1] ?? "0x"),
  );
}

describe("the root above a leaf", () => {
  it("is the tree's for every leaf with its proof, and for no other place", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.nat(), fc.nat(), (height, one, other) => {
        const levels = levelsOf(height);
        const root = levels.at(-1)?.[0];
        const [index, elsewhere] = [one % 2 ** height, other % 2 ** height];
        const proof = proofOf(levels, index);
        expect(merkleRootOf(leafOf(index), { index, proof })).toBe(root);
        if (elsewhere !== index)
          expect(merkleRootOf(leafOf(index), { index: elsewhere, proof })).not.toBe(root);
      }),
    );
  });

  it.each<[what: string, index: number, proof: Hex]>([
    ["a proof that is cut off", 0, "0x1234"],
    ["an index beyond the tree", 2, leafOf(1)],
    ["an index beyond a lone leaf", 1, "0x"],
    ["a negative index", -1, leafOf(1)],
  ])("is none for %s", (_what, index, proof) => {
    expect(merkleRootOf(leafOf(0), { index, proof })).toBeNull();
  });
});
