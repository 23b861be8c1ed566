import { expect, test } from "vitest";
import type { Bps } from "../units/brands.ts";
import { sizingCeiling } from "./sizingCeiling.ts";

test.each([
  [0n, 0n],
  [1n, 0n],
  [30n, 22n],
  [200n, 150n],
  [10_000n, 7_500n],
])("of a ceiling of %s bps a size may use %s", (ceiling, most) => {
  expect(sizingCeiling(ceiling as Bps)).toBe(most);
});
