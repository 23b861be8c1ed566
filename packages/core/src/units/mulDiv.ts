import { UnitError } from "./unitError.ts";

type Ratio = { readonly times: bigint; readonly over: bigint };

/**
 * value × times ÷ over, rounded towards −∞, without an intermediate limit on size.
 * @throws UnitError when `over` is not positive
 */
export function mulDivDown(value: bigint, { times, over }: Ratio): bigint {
  if (over <= 0n) throw new UnitError({ unit: "divisor", value: `${over}`, limit: "at least 1" });
  const product = value * times;
  const truncated = product / over;
  return product < 0n && truncated * over !== product ? truncated - 1n : truncated;
}

/**
 * value × times ÷ over, rounded towards +∞.
 * @throws UnitError when `over` is not positive
 */
export function mulDivUp(value: bigint, { times, over }: Ratio): bigint {
  return -mulDivDown(-value, { times, over });
}
