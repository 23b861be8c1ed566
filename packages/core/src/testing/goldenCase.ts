import type { RuleContext } from "../policy/rule.ts";

/** What the keeper should decide, and from what. */
export type GoldenCase = { readonly name: string; readonly outcome: string; readonly context: RuleContext };
