import type { OperatorCap } from "../../policy/policy.ts";
import type { Snapshot } from "../../snapshot/types.ts";
import { operatorOf } from "../../units/operatorOf.ts";
import { BPS_ONE } from "../../units/share.ts";
import { growthOf } from "../growthOf.ts";
import type { Limit } from "../limit.ts";
import type { Row } from "../linearProblem.ts";
import { MARGIN } from "../margin.ts";
import { type Model, shareDown } from "../model.ts";

function worth({ positions, tickets }: Snapshot): bigint {
  return [...positions, ...tickets].reduce((sum, { value }) => sum + value, 0n);
}

function atOperator({ positions }: Snapshot, operator: OperatorCap["operator"]): bigint {
  return positions.reduce(
    (sum, { position, value }) => (operatorOf(position) === operator ? sum + value : sum),
    0n,
  );
}

/** What the account may still bring to an operator before the treasury's share of it reaches the cap; nothing where it is beyond. */
function rowOf(model: Model, { operator, max }: OperatorCap): Row {
  const { snapshot, siblings } = model.context;
  const accounts = [snapshot, ...siblings];
  const total = accounts.reduce((sum, each) => sum + worth(each), 0n);
  const together = accounts.reduce((sum, each) => sum + atOperator(each, operator), 0n);
  const room = shareDown(model, (total * max) / BPS_ONE - together) - MARGIN;
  const { terms, positions } = growthOf(model, ({ position }) => operatorOf(position) === operator);
  return { terms, atMost: room > 0n ? room : 0n, by: "operator-cap", positions };
}

/** The caps on what the whole treasury delegates to one operator. */
export const operatorCaps: Limit = (model) => ({
  rows: (model.context.policy.caps.operators ?? []).map((cap) => rowOf(model, cap)),
});
