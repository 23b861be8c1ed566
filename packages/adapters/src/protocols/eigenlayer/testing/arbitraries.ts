import { WAD_ONE, type Wad } from "@ballast/core";
import fc from "fast-check";

/** Shares or wei as large as a strategy may have: 1e38 - 1. */
export const anyShares = fc.bigInt(0n, 10n ** 38n - 1n);

/** A magnitude or slashing factor that leaves something: 1 wei of a part up to all. */
export const anyFactor = fc.bigInt(1n, WAD_ONE).map((value) => value as Wad);

/** A deposit scaling factor, which may be above 1. */
export const anyScaling = fc.bigInt(1n, 1000n * WAD_ONE).map((value) => value as Wad);
