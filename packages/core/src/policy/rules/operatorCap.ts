import type { BaseUnits } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { operatorOf } from "../../units/operatorOf.ts";
import { subtractToZero, sumValues } from "../../units/order.ts";
import { isAboveShare, portionDown, shareUp } from "../../units/share.ts";
import type { Finding } from "../finding.ts";
import type { OperatorCap } from "../policy.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { freezing } from "./answer.ts";
import { positionsAt } from "./concerned.ts";
import { reduceLargest } from "./reduceLargest.ts";
import { isOursToCure, isTreasuryUnknown, stakeSources, stakesOf, treasuryWorth } from "./treasury.ts";

const ID = "operator-cap";

function judge(context: RuleContext, { operator, max }: OperatorCap): Finding {
  const stakes = stakesOf(context, ({ position }) => operatorOf(position) === operator);
  const total = treasuryWorth(context);
  const together = sumValues(stakes.map((each) => each.value));
  const base = {
    rule: ID,
    subject: { kind: "operator", id: operator },
    limit: { unit: "bps", value: max },
    evidence: [...stakeSources(stakes), { kind: "policy", path: `caps.operators.${operator}` }],
  } as const satisfies Partial<Finding>;
  const frozen = freezing(positionsAt(context, operator));
  if (isTreasuryUnknown(context))
    return { ...base, code: "share-unknown", level: "unknown", measured: null, effect: frozen };
  const measured = { unit: "bps", value: shareUp(together, total) } as const;
  if (!isAboveShare(together, { max, of: total }))
    return { ...base, code: "within-cap", level: "ok", measured, effect: { kind: "none" } };
  const excess = subtractToZero<BaseUnits>(together, portionDown(total, max));
  return {
    ...base,
    code: "above-cap",
    level: "warning",
    measured,
    effect: isOursToCure(stakes) ? reduceLargest(stakes[0].held, excess) : frozen,
  };
}

/**
 * Caps the share of the whole treasury's value, this account and its siblings together, that is delegated to one operator. Guards against one operator's
 * fault reaching every account, which no account sees alone: a Safe can delegate to only one operator, so diversity spans Safes. What waits in a
 * queue counts to the treasury but no longer to the operator. Each account's own owners approved the caps in its policy, so a cap binds by their
 * approval and by nothing else. One account cures a breach, the one with most at the operator; the others add nothing to it meanwhile. If any
 * value of any account was not read, no share is known, and nothing is added at that operator.
 */
export const operatorCap: Rule = {
  id: ID,
  codes: ["within-cap", "above-cap", "share-unknown"],
  evaluate: (context) =>
    (context.policy.caps.operators ?? [])
      .toSorted((a, b) => compareText(a.operator, b.operator))
      .map((cap) => judge(context, cap)),
};
