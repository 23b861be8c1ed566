import { expect, test } from "vitest";
import { poolPriceWadDown, sqrtDown, sqrtPriceX96Down } from "./sqrtPrice.ts";

const wad = 10n ** 18n;

test("the root is the largest whose square fits", () => {
  const numbers = [
    0n,
    1n,
    2n,
    3n,
    4n,
    8n,
    9n,
    10n,
    24n,
    25n,
    26n,
    2n ** 192n,
    2n ** 192n - 1n,
    10n ** 40n + 7n,
  ];
  for (const n of numbers) {
    const root = sqrtDown(n);
    expect(root * root <= n && (root + 1n) * (root + 1n) > n).toBe(true);
  }
});

test("a price of one is 2^96 in both orders", () => {
  expect(sqrtPriceX96Down(wad, true)).toBe(2n ** 96n);
  expect(sqrtPriceX96Down(wad, false)).toBe(2n ** 96n);
});

test.each([true, false])("a price survives the way there and back (token is token0: %s)", (tokenIsToken0) => {
  for (const price of [
    wad,
    1_231_929_389_349_093_099n,
    900_000_000_000_000_000n,
    1_091_273_430_866_168_822n,
  ]) {
    const back = poolPriceWadDown(sqrtPriceX96Down(price, tokenIsToken0), tokenIsToken0);
    const distance = back > price ? back - price : price - back;
    expect(distance).toBeLessThanOrEqual(1n);
  }
});

test("a dearer token is a larger root where it is token0, a smaller one where it is token1", () => {
  expect(sqrtPriceX96Down(2n * wad, true)).toBeGreaterThan(sqrtPriceX96Down(wad, true));
  expect(sqrtPriceX96Down(2n * wad, false)).toBeLessThan(sqrtPriceX96Down(wad, false));
});
