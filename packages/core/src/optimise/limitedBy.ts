import { max } from "../units/order.ts";
import { moved } from "./limits/needs.ts";
import { leastOf } from "./limits/tradeSizes.ts";
import type { Row } from "./linearProblem.ts";
import { MARGIN } from "./margin.ts";
import { type Model, shareUp } from "./model.ts";
import { sumOf } from "./sumOf.ts";
import type { Trade } from "./trade.ts";

/** How close to its limit a row counts as used up: ten margins, a hundred-millionth of the account. */
const NEAR = 10n * MARGIN;

type Found = {
  readonly model: Model;
  readonly rows: readonly Row[];
  readonly values: ReadonlyMap<string, bigint>;
  /** Share of the account that each trade takes in. */
  readonly taken: ReadonlyMap<Trade, bigint>;
};

function isUsedUp({ terms, atMost }: Row, values: Found["values"]): boolean {
  return atMost - sumOf(terms, values) <= NEAR;
}

/** Whether a trade takes all that its own market, band and holding allow. */
export function isAtMost({ most }: Trade, taken: bigint): boolean {
  return taken > 0n && most - taken <= NEAR;
}

/** The broken limit that asked for exactly this much, or for less than a swap must be. */
function needMet({ model, values }: Found, { kind: end, line: { position } }: Trade): string | null {
  const need = model.needs[end].get(position);
  if (need === undefined) return null;
  const asked = max(shareUp(model, need.value), leastOf(model));
  const more = sumOf(moved(model, { position, end }), values) - asked;
  return more >= -NEAR && more <= NEAR ? need.by : null;
}

/** Money is what is short only when no sale that is made could bring more of it. */
function isMoneyShort({ taken }: Found): boolean {
  return [...taken].every(
    ([trade, amount]) => trade.kind === "buy" || amount === 0n || isAtMost(trade, amount),
  );
}

/**
 * What bound the size of a trade: its own most, else the broken limit that it repairs, else the first row in the order of the limits that names its position and is used up, else that the next unit would not have gained.
 */
export function limitedBy(found: Found, trade: Trade): string {
  const { rows, values, taken } = found;
  if (isAtMost(trade, taken.get(trade) ?? 0n)) return trade.bound.by;
  const need = needMet(found, trade);
  if (need !== null) return need;
  const row = rows.find(
    (each) =>
      each.by !== null &&
      each.positions.includes(trade.line.position) &&
      (each.by !== "funds" || isMoneyShort(found)) &&
      isUsedUp(each, values),
  );
  return row?.by ?? "gain";
}
