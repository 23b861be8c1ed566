import type { TickOutcome } from "@ballast/db";

/** How a tick ends: exactly one of these. `detail` is for an operator. */
export type Ending = {
  readonly kind: "ending";
  readonly outcome: TickOutcome;
  readonly reason: string;
  readonly detail: string;
};

/** What a step gives: something for the next one, or the tick's end. */
export type StepResult<Value> = { readonly kind: "next"; readonly value: Value } | Ending;

export const next = <Value>(value: Value): StepResult<Value> => ({ kind: "next", value });

export const ending = (facts: Omit<Ending, "kind">): Ending => ({ kind: "ending", ...facts });
