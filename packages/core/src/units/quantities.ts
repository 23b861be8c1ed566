import type { BaseUnits, BlockNumber, Bps, RawAmount, Wad } from "./brands.ts";
import { UnitError } from "./unitError.ts";

const UINT256_MAX = 2n ** 256n - 1n;

type Range = { readonly unit: string; readonly least: bigint | null; readonly most: bigint | null };

function inRange(value: bigint, { unit, least, most }: Range): bigint {
  if (typeof value !== "bigint") {
    throw new UnitError({ unit, value: String(value), limit: "a bigint", suggestion: null });
  }
  if (least !== null && value < least)
    throw new UnitError({ unit, value: `${value}`, limit: `at least ${least}` });
  if (most !== null && value > most)
    throw new UnitError({ unit, value: `${value}`, limit: `at most ${most}` });
  return value;
}

/** Ratio or rate with 18 decimals; 10n ** 18n is one. May be negative (a yield). @throws UnitError */
export function wad(value: bigint): Wad {
  return inRange(value, { unit: "wad", least: null, most: null }) as Wad;
}

/** A share of a whole or a limit on one: 0 to 10_000 basis points. @throws UnitError */
export function bps(value: bigint): Bps {
  return inRange(value, { unit: "basis points of a whole", least: 0n, most: 10_000n }) as Bps;
}

/** A ratio that may exceed one, in basis points: 0 upwards. @throws UnitError */
export function ratioBps(value: bigint): Bps {
  return inRange(value, { unit: "ratio in basis points", least: 0n, most: null }) as Bps;
}

/** Value in the smallest unit of the account's base asset, never negative. @throws UnitError */
export function baseUnits(value: bigint): BaseUnits {
  return inRange(value, { unit: "value in base units", least: 0n, most: null }) as BaseUnits;
}

/** Amount in the smallest unit of an asset, as a chain can hold it: 0 to 2²⁵⁶ − 1. @throws UnitError */
export function rawAmount(value: bigint): RawAmount {
  return inRange(value, { unit: "token amount", least: 0n, most: UINT256_MAX }) as RawAmount;
}

/** Height of a block, 0 upwards. @throws UnitError */
export function blockNumber(value: bigint): BlockNumber {
  return inRange(value, { unit: "block number", least: 0n, most: null }) as BlockNumber;
}
