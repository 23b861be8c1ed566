import { exposedOf } from "../../exposure/exposedOf.ts";
import { lookThrough } from "../../exposure/lookThrough.ts";
import { worstCauses } from "../../exposure/worstCauses.ts";
import { portfolioOf } from "../../portfolio/portfolio.ts";
import { mulDivUp } from "../../units/mulDiv.ts";
import { ratioBps } from "../../units/quantities.ts";
import { BPS_ONE } from "../../units/share.ts";
import type { Finding } from "../finding.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerSights, type Sight } from "./answer.ts";
import { causeEvidence, reachedPositions } from "./causeEvidence.ts";
import { watchedPositions } from "./concerned.ts";
import { unseen } from "./unseen.ts";

const ID = "correlated-slashing";
const POLICY = { kind: "policy", path: "guards.correlatedSlashing" } as const;
/** Who can be slashed, and who slashes. */
const KINDS = ["operator", "avs"] as const;

function unknown(context: RuleContext): Finding {
  const positions = watchedPositions(context).map(({ position }) => position);
  const subject = { kind: "account" } as const;
  return unseen({ rule: ID, code: "slashing-unknown", subject, evidence: [POLICY], positions });
}

function judge(
  context: RuleContext,
  { causes: count, budget }: { causes: bigint; budget: bigint },
): Sight | null {
  const { snapshot } = context;
  const through = lookThrough(exposedOf(snapshot), snapshot.exposures ?? []);
  const { causes, weight } = worstCauses(through, { kinds: KINDS, count: Number(count) });
  if (causes.length === 0) return null;
  const whole = portfolioOf(context).total * through.scale;
  const isBeyond = weight * BPS_ONE > budget * whole;
  const finding = {
    code: isBeyond ? "above-budget" : "within-budget",
    subject: { kind: "cause", id: causes.join("+") },
    measured: { unit: "bps", value: ratioBps(mulDivUp(weight, { times: BPS_ONE, over: whole })) },
    limit: { unit: "bps", value: ratioBps(budget) },
    evidence: [...causeEvidence(snapshot, { through, causes }), POLICY],
  } as const;
  return { level: isBeyond ? "tripped" : "ok", positions: reachedPositions(through, causes), finding };
}

/**
 * The worst operators or AVSs at once, as many as the policy says, reach more of the account than its budget. Guards against slashings that come together: an operator's keys, or a faulty
 * rule of an AVS that many operators serve. What they reach is counted whole, as if all of it were slashed, and what several of them reach once: an upper bound. Operators and AVSs that are not known
 * are one cause each, and count among the worst. It works only where a policy asks for it, because where little is known it says the most. If any value was not read, no share is known:
 * unknown, and nothing is entered.
 */
export const correlatedSlashing: Rule = {
  id: ID,
  codes: ["within-budget", "above-budget", "exit-asked", "slashing-unknown"],
  evaluate: (context) => {
    const guard = context.policy.guards.correlatedSlashing;
    if (guard === undefined) return [];
    if (portfolioOf(context).unknown.length > 0) return [unknown(context)];
    const sight = judge(context, guard);
    const sights = sight === null ? [] : [sight];
    return answerSights(context, { rule: ID, response: guard.response, sights });
  },
};
