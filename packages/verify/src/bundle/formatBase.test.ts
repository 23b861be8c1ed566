import { expect, test } from "vitest";
import { formatBase } from "./formatBase.ts";

test.each([
  [0n, "0 ETH"],
  [1n, "0.000000000000000001 ETH"],
  [5n * 10n ** 17n, "0.5 ETH"],
  [10n ** 18n, "1 ETH"],
  [1_234_500_000_000_000_000_000n, "1234.5 ETH"],
])("%s base units are %s", (value, text) => {
  expect(formatBase(value)).toBe(text);
});
