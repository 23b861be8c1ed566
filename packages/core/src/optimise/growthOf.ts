import type { Line } from "../plan/planningFacts.ts";
import type { PositionId } from "../units/brands.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import type { Term } from "./linearProblem.ts";
import type { Model } from "./model.ts";
import { termsOf } from "./trade.ts";

/** How much a group of positions grows at the quotes, and the positions whose purchases that bounds. */
export function growthOf(
  { sales, purchases }: Model,
  isMeant: (line: Line) => boolean,
): { readonly terms: Term[]; readonly positions: PositionId[] } {
  const bought = purchases.filter(({ line }) => isMeant(line));
  const sold = sales.filter(({ line }) => isMeant(line));
  return {
    terms: [...termsOf(bought, ({ quoted }) => quoted), ...termsOf(sold, () => -WAD_ONE)],
    positions: bought.map(({ line }) => line.position),
  };
}
