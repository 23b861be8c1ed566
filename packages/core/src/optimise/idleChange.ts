import { WAD_ONE } from "../units/wadMath.ts";
import type { Term } from "./linearProblem.ts";
import type { Model } from "./model.ts";
import { termsOf } from "./trade.ts";

/** Change of idle money: what sales pay, at their quotes or at their minimums, less what purchases spend. */
export function idleChange({ sales, purchases }: Model, at: "quoted" | "guaranteed"): Term[] {
  return [...termsOf(sales, (piece) => piece[at]), ...termsOf(purchases, () => -WAD_ONE)];
}
