const wad = 10n ** 18n;
const q192 = 1n << 192n;

/** The largest integer whose square is at most n (Newton's method). */
export function sqrtDown(n: bigint): bigint {
  if (n < 2n) return n;
  let guess = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + n / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/**
 * Uniswap v3's sqrtPriceX96 for a price in WETH per token.
 * @param priceWad WETH per token, 1e18
 * @param tokenIsToken0 Uniswap prices token1 in token0's terms: the price is inverted when the token is token1
 */
export function sqrtPriceX96Down(priceWad: bigint, tokenIsToken0: boolean): bigint {
  return sqrtDown(tokenIsToken0 ? (priceWad * q192) / wad : (wad * q192) / priceWad);
}

/** WETH per token, 1e18, of a pool's sqrtPriceX96. */
export function poolPriceWadDown(sqrtPriceX96: bigint, tokenIsToken0: boolean): bigint {
  const square = sqrtPriceX96 * sqrtPriceX96;
  return tokenIsToken0 ? (square * wad) / q192 : (wad * q192) / square;
}
