import type { DeployedAsset } from "../../deployment/types.ts";

/**
 * Sizes that are quoted, in whole units of the asset that goes in. All assets of these pools are worth about one ETH a
 * unit, and the exact rate is only known from the same aggregate, so a size does not depend on it.
 */
export const LADDER: readonly bigint[] = [1n, 2n, 5n, 10n, 20n, 50n, 100n, 200n, 500n, 1000n];

/** A whole number of units of an asset in its smallest units. */
export const sizeOf = (units: bigint, { decimals }: DeployedAsset): bigint => units * 10n ** decimals;
