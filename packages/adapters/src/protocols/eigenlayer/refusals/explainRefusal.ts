import { type CompleteStep, explainComplete } from "./explainComplete.ts";
import { type DelegateStep, explainDelegate } from "./explainDelegate.ts";
import { type DepositStep, explainDeposit } from "./explainDeposit.ts";
import { explainQueue, type QueueStep } from "./explainQueue.ts";
import { explainUndelegate } from "./explainUndelegate.ts";
import type { EigenLayerReading } from "./reading.ts";
import type { Refusal } from "./refusal.ts";

/** A step that somebody is about to take. */
export type EigenLayerStep =
  | ({ readonly kind: "deposit" } & DepositStep)
  | ({ readonly kind: "delegate" } & DelegateStep)
  | ({ readonly kind: "queue" } & QueueStep)
  | { readonly kind: "undelegate" }
  | ({ readonly kind: "complete" } & CompleteStep);

/**
 * The error that a step would revert with at the state that was read, before it is sent, and what to do; null when it would pass. What
 * depends on something unread is `CouldNotTell`.
 */
export function explainRefusal(reading: EigenLayerReading, step: EigenLayerStep): Refusal | null {
  switch (step.kind) {
    case "deposit":
      return explainDeposit(reading, step);
    case "delegate":
      return explainDelegate(reading, step);
    case "queue":
      return explainQueue(reading, step);
    case "undelegate":
      return explainUndelegate(reading);
    case "complete":
      return explainComplete(reading, step);
  }
}
