import type { OperatorCap } from "../../policy/policy.ts";
import { treasuryWorth } from "../../policy/rules/treasury.ts";
import type { Snapshot } from "../../snapshot/types.ts";
import { operatorOf } from "../../units/operatorOf.ts";
import { BPS_ONE } from "../../units/share.ts";
import type { Limit } from "../limit.ts";
import type { Row } from "../linearProblem.ts";
import type { Model } from "../model.ts";
import { roomRow } from "./roomRow.ts";

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
  const together = accounts.reduce((sum, each) => sum + atOperator(each, operator), 0n);
  return roomRow(model, {
    by: "operator-cap",
    room: (treasuryWorth(model.context) * max) / BPS_ONE - together,
    isMeant: ({ position }) => operatorOf(position) === operator,
  });
}

/** The caps on what the whole treasury delegates to one operator. */
export const operatorCaps: Limit = (model) => ({
  rows: (model.context.policy.caps.operators ?? []).map((cap) => rowOf(model, cap)),
});
