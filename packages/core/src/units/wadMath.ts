import type { Wad } from "./brands.ts";
import { mulDivDown, mulDivUp } from "./mulDiv.ts";

/** One as a Wad. */
export const WAD_ONE = (10n ** 18n) as Wad;

/** value × factor ÷ 1e18 towards −∞. */
export function wadMulDown(value: bigint, factor: Wad): bigint {
  return mulDivDown(value, { times: factor, over: WAD_ONE });
}

/** value × factor ÷ 1e18 towards +∞. */
export function wadMulUp(value: bigint, factor: Wad): bigint {
  return mulDivUp(value, { times: factor, over: WAD_ONE });
}

/** part × 1e18 ÷ whole as a Wad, towards −∞. @throws UnitError unless `whole` is positive */
export function wadDivDown(part: bigint, whole: bigint): Wad {
  return mulDivDown(part, { times: WAD_ONE, over: whole }) as Wad;
}

/** part × 1e18 ÷ whole as a Wad, towards +∞. @throws UnitError unless `whole` is positive */
export function wadDivUp(part: bigint, whole: bigint): Wad {
  return mulDivUp(part, { times: WAD_ONE, over: whole }) as Wad;
}
