import type { Finding } from "./finding.ts";
import type { PlanContext, RuleContext } from "./rule.ts";
import { planRules } from "./rules/planRules.ts";
import { rules } from "./rules/rules.ts";
import { sortFindings } from "./sortFindings.ts";

/** What every rule says of the account: worst first, then by rule, code and subject. Pure: the same context gives the same list. */
export function evaluate(context: RuleContext): Finding[] {
  return sortFindings(rules.flatMap((rule) => rule.evaluate(context)));
}

/** What every plan rule says of a plan, in the same order. */
export function evaluatePlan(context: PlanContext): Finding[] {
  return sortFindings(planRules.flatMap((rule) => rule.judge(context)));
}
