import type { Hash32 } from "../../chain/types.ts";
import { decide } from "../../decision/decide.ts";
import { decisionInputs, sortInputs } from "../../decision/decisionInputs.ts";
import type { Decision } from "../../decision/types.ts";
import { contentId } from "../../encoding/contentId.ts";
import type { AllocationAnswer } from "../../plan/types.ts";
import { evaluate } from "../../policy/evaluate.ts";
import type { Finding } from "../../policy/finding.ts";
import type { RuleContext } from "../../policy/rule.ts";

/** Whoever answers with targets: in process, or a solver elsewhere. */
export type Allocator = (
  context: RuleContext,
  findings: readonly Finding[],
) => AllocationAnswer | Promise<AllocationAnswer>;

/** What the live code says of one block. `identify` hashes the documents, which takes longer than deciding. */
export type Judgement = {
  readonly findings: readonly Finding[];
  readonly decision: Decision;
  readonly identify: () => { readonly decision: Decision; readonly decisionId: Hash32 };
};

/** Steps 3 and 4 of a tick, by the functions that the keeper calls: every rule, the allocator, the decision. */
export async function judge(context: RuleContext, allocate: Allocator): Promise<Judgement> {
  const findings = evaluate(context);
  const answered = allocate(context, findings);
  const answer = answered instanceof Promise ? await answered : answered;
  const decision = decide({ context, inputs: [], findings, answer });
  const identify = () => {
    const inputs = sortInputs(decisionInputs(context, answer));
    const whole: Decision = { ...decision, inputs };
    return { decision: whole, decisionId: contentId("decision", whole) };
  };
  return { findings, decision, identify };
}
