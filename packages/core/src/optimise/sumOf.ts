import { WAD_ONE } from "../units/wadMath.ts";
import type { Term } from "./linearProblem.ts";

/** What terms add up to at given values of their columns, as a Wad; each product rounded towards 0, a column without a value counts nothing. */
export function sumOf(terms: readonly Term[], values: ReadonlyMap<string, bigint>): bigint {
  return terms.reduce((sum, { column, times }) => sum + (times * (values.get(column) ?? 0n)) / WAD_ONE, 0n);
}
