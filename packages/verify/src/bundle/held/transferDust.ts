/**
 * By how many of its smallest units a transfer of an asset may differ from what was asked, either way. stETH moves whole
 * shares (lidofinance/docs, docs/guides/lido-tokens-integration-guide.md, "1-2 wei corner case"); everything else is exact.
 */
export const transferDust = (asset: string): bigint => (asset === "stETH" ? 2n : 0n);
