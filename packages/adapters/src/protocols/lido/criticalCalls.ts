import type { CriticalCall, ReadRequest } from "../../adapter.ts";
import { criticalBalances } from "../../holdings/holding.ts";
import { LIDO_ID } from "./contracts.ts";
import { lidoHoldings } from "./holdings.ts";
import { requestsCall } from "./requestIds.ts";

/** What is held, and which requests are under way: both move money when they are wrong. */
export function criticalCalls({
  deployment,
  accounts,
}: Omit<ReadRequest, "reader">): readonly CriticalCall[] {
  const { withdrawalQueue } = deployment.venues[LIDO_ID] ?? {};
  const requests =
    withdrawalQueue === undefined
      ? []
      : accounts.map((account) => ({ account, call: requestsCall(withdrawalQueue.address, account) }));
  return [...criticalBalances(lidoHoldings(deployment), accounts), ...requests];
}
