import type { Point } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { thin } from "./thin.ts";

const points = (worths: readonly bigint[]) =>
  worths.map((market, index) => {
    const worth = { accounting: market, market };
    return { time: BigInt(index), ballast: worth, hold: worth, equal: worth } as unknown as Point;
  });

describe("points to draw", () => {
  test("are all of them when there are few", () => {
    const few = points([1n, 2n, 3n]);
    expect(thin(few, 3)).toBe(few);
  });

  test("are few of many, with both ends and every spike", () => {
    const many = points(
      Array.from({ length: 50_000 }, (_, index) => (index === 31_234 ? 1n : index === 7 ? 900n : 100n)),
    );
    const kept = thin(many, 900);
    expect(kept.length).toBeLessThanOrEqual(902);
    for (const index of [0, 7, 31_234, 49_999]) expect(kept).toContain(many[index]);
    expect(kept).toEqual(kept.toSorted((a, b) => Number(a.time - b.time)));
  });
});
