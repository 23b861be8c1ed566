import type { BaseUnits } from "./brands.ts";
import { baseUnits } from "./quantities.ts";

/** The smaller of two integers of one unit. */
export function min<T extends bigint>(a: T, b: T): T {
  return a < b ? a : b;
}

/** The larger of two integers of one unit. */
export function max<T extends bigint>(a: T, b: T): T {
  return a > b ? a : b;
}

/** Distance between two integers of one unit. */
export function absDiff<T extends bigint>(a: T, b: T): T {
  return difference(max(a, b), min(a, b));
}

/** a − b, or 0 where b is larger. */
export function subtractToZero<T extends bigint>(a: T, b: T): T {
  return difference(max(a, b), b);
}

function difference<T extends bigint>(larger: bigint, smaller: bigint): T {
  return (larger - smaller) as T;
}

/** Sum of values; 0 for none. */
export function sumValues(values: Iterable<BaseUnits>): BaseUnits {
  let sum = 0n;
  for (const value of values) sum += value;
  return baseUnits(sum);
}

/** Ascending order of integers, for toSorted. */
export function ascending(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
