import { expect, test } from "vitest";
import { quantile } from "./quantile.ts";

const twenty = Array.from({ length: 20 }, (_, index) => 20 - index);

test.each([
  { values: twenty, share: 95, is: 19 },
  { values: twenty, share: 50, is: 10 },
  { values: [7], share: 95, is: 7 },
  { values: [1, 9], share: 95, is: 9 },
])("the $share % quantile of $values is $is", ({ values, share, is }) => {
  expect(quantile(values, share)).toBe(is);
});

test("of nothing there is none", () => {
  expect(() => quantile([], 50)).toThrow(RangeError);
});
