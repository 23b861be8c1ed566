import type { Seconds } from "../../units/brands.ts";
import { mulDivDown } from "../../units/mulDiv.ts";
import { atLeast, type Limit } from "../limit.ts";
import type { Term } from "../linearProblem.ts";
import type { Model } from "../model.ts";
import { netGain } from "../netGain.ts";

/** A thousandth is kept back: the rule counts whole seconds of rounded amounts, and a plan at the very edge must not fall off it. */
function paybackTime({ context }: Model): Seconds {
  return mulDivDown(context.policy.costs.payback, { times: 999n, over: 1000n }) as Seconds;
}

/** Net gain within the payback time. */
export function paybackTerms(model: Model): Term[] {
  return netGain(model, { over: paybackTime(model), isGasFree: false });
}

/** What is moved for yield has paid its own cost within the payback time. What a limit forces owes nothing. */
export const payback: Limit = (model, stage) => {
  if (stage.kind !== "gain" && stage.kind !== "beside") return { rows: [] };
  const terms = paybackTerms(model);
  const positions = [...model.sales, ...model.purchases].map(({ line }) => line.position);
  const owed = stage.kind === "beside" ? stage.owed : 0n;
  return { rows: [atLeast({ terms, atLeast: owed, by: "payback", positions })] };
};
