import type { BatchInspection } from "./batchInspection.ts";
import { decodeDeadlineCheck } from "./decodeDeadlineCheck.ts";
import type { BatchEntry } from "./decodeMultiSend.ts";
import type { Violation } from "./violation.ts";
import { violationAt } from "./violationAt.ts";

/**
 * The batch's first call: the deployment's deadline checker with the plan's deadline, which lies after the
 * decision's block and not further than the policy allows.
 * @throws MalformedDataError when the data is not exactly the deadline check
 */
export function inspectDeadline(
  entry: BatchEntry,
  { plan, deployment, snapshot, policy }: BatchInspection,
): readonly Violation[] {
  const { timestamp } = snapshot.block;
  const latest = timestamp + policy.proposalDeadline;
  const expected = plan.deadline;
  const found = [
    ...violationAt(0n, {
      code: "deadline",
      field: "checker",
      expected: deployment.deadlineChecker,
      actual: entry.to,
    }),
    ...violationAt(0n, {
      code: "deadline",
      field: "deadline",
      expected,
      actual: decodeDeadlineCheck(entry.data),
    }),
  ];
  if (plan.deadline > timestamp && plan.deadline <= latest) return found;
  const window = `after ${timestamp} and not after ${latest}`;
  return [
    ...found,
    { code: "deadline", call: 0n, field: "deadline", expected: window, actual: String(plan.deadline) },
  ];
}
