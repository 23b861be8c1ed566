import { decodeCalls } from "../../calls/decodeCalls.ts";
import { CheckFailedError } from "../../errors/CheckFailedError.ts";
import { demand } from "../demand.ts";
import { demandEqual } from "../demandEqual.ts";
import type { CheckDefinition } from "../types.ts";

/** A stale batch reverts: its first call is the deadline check, for the plan's deadline. */
export const deadline: CheckDefinition = {
  id: "deadline",
  title: "The batch reverts after the plan's deadline",
  run({ file: { bundle }, plan }) {
    const [first] = decodeCalls(bundle.transaction.data);
    if (first?.meaning.kind !== "deadline-check") {
      throw new CheckFailedError(
        `the first call is ${first?.meaning.kind ?? "missing"}, not the deadline check`,
      );
    }
    demandEqual("target of the deadline check", { is: first.to, must: bundle.contracts.deadlineChecker });
    demandEqual("ETH sent with the deadline check", { is: first.value, must: 0n });
    demandEqual("deadline in the bytes", {
      is: first.meaning.arguments.deadline,
      must: plan.deadline,
      because: "the plan's",
    });
    const { timestamp } = bundle.decision.block;
    demand(
      plan.deadline > timestamp,
      `the deadline ${plan.deadline} is not after the decision's block, ${timestamp}`,
    );
    return `${plan.deadline - timestamp} seconds after the decision's block.`;
  },
};
