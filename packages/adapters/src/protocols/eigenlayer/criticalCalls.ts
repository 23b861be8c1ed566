import type { CriticalCall, ReadRequest } from "../../adapter.ts";
import { coreContracts } from "./coreContracts.ts";
import { accountQuestions } from "./reading/accountQuestions.ts";
import { eigenStrategies } from "./strategies.ts";

/**
 * Operator, shares and queued withdrawals of each account. The first two name the position without its operator, which is not known yet;
 * the third names the venue, whose tickets hang on it.
 */
export function criticalCalls({
  deployment,
  accounts,
}: Omit<ReadRequest, "reader">): readonly CriticalCall[] {
  const core = coreContracts(deployment);
  if (core === null) return [];
  const strategies = eigenStrategies(deployment);
  return accounts.flatMap((account) => {
    const { delegationManager } = core;
    const { operator, shares, queued } = accountQuestions({ account, delegationManager, strategies });
    return [operator, shares, queued].map(({ call }) => ({ account, call }));
  });
}
