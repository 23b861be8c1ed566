import type { Finding } from "../policy/finding.ts";
import type { Rule, RuleContext } from "../policy/rule.ts";
import { subjectKey } from "../policy/sortFindings.ts";
import type { Snapshot } from "../snapshot/types.ts";
import { CALM, contextOf, type World } from "./world.ts";

/** The calm world, or another, with a few facts of its snapshot changed. */
export function withSnapshot(changes: Partial<Snapshot>, world: World = CALM): RuleContext {
  const context = contextOf(world);
  return { ...context, snapshot: { ...context.snapshot, ...changes } };
}

/** What a rule says, as `subject → code`. */
export function codes(rule: Pick<Rule, "evaluate">, context: RuleContext): Record<string, string> {
  return Object.fromEntries(rule.evaluate(context).map((found) => [subjectKey(found.subject), found.code]));
}

/** The one finding with a code. */
export function findingWith(
  rule: Pick<Rule, "evaluate">,
  { context, code }: { context: RuleContext; code: string },
): Finding {
  const found = rule.evaluate(context).filter((each) => each.code === code);
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`${found.length} findings with code ${code}`);
  return found[0];
}
