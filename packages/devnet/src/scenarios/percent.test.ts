import { expect, test } from "vitest";
import { percent } from "./percent.ts";

test.each([
  [290n, "2.9 %"],
  [300n, "3 %"],
  [305n, "3.05 %"],
  [5n, "0.05 %"],
  [0n, "0 %"],
  [50_000n, "500 %"],
])("%s bps reads %s", (bps, text) => {
  expect(percent(bps)).toBe(text);
});
