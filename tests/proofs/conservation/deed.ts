import type { Step } from "./step.ts";

/** A step with the words that it is told by. */
export type Deed = { readonly says: string; readonly step: Step; toString(): string };

/** fast-check shows a counterexample by what `toString` gives. */
export const deed = (says: string, step: Step): Deed => ({ says, step, toString: () => says });
