/** The least that one request may ask for, in wei of stETH. Source: lidofinance/core, contracts/0.8.9/WithdrawalQueue.sol. */
export const MIN_REQUEST = 100n;

/** The most that one request may ask for, in wei of stETH. Source: the same. */
export const MAX_REQUEST = 1_000n * 10n ** 18n;
