import type { WithdrawalRequest } from "@ballast/adapters";
import { wholeNumber } from "./fields.ts";
import type { Fields, LidoFile } from "./lidoFile.ts";
import { StepProblem } from "./StepProblem.ts";

/** A request as it was recorded, and how many reports came before it. */
export type QueuedRequest = WithdrawalRequest & { readonly id: bigint; readonly report: number };

/** All requests that a file records, in order. What is not readable is left out here: the step itself says what is wrong. */
export function queuedRequests({ steps }: LidoFile): readonly QueuedRequest[] {
  let report = 0;
  return steps.flatMap((step) => {
    if (step.action === "rebase") report += 1;
    return Array.isArray(step.requests) ? step.requests.flatMap((fields) => queued(fields, report)) : [];
  });
}

function queued(recorded: Fields, report: number): QueuedRequest[] {
  try {
    return [
      {
        id: wholeNumber(recorded?.requestId, "requestId"),
        amountOfStETH: wholeNumber(recorded?.amountOfStETH, "amountOfStETH"),
        amountOfShares: wholeNumber(recorded?.amountOfShares, "amountOfShares"),
        report,
      },
    ];
  } catch (error) {
    if (error instanceof StepProblem) return [];
    throw error;
  }
}
