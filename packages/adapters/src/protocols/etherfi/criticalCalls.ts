import type { CriticalCall, ReadRequest } from "../../adapter.ts";
import { criticalBalances } from "../../holdings/holding.ts";
import { ETHERFI_ID } from "./contracts.ts";
import { etherfiHoldings } from "./holdings.ts";
import { openRequests } from "./openRequests.ts";
import { requestCalls } from "./requestCalls.ts";

/** What is held, and what every open request says: both move money when they are wrong. */
export function criticalCalls(request: Omit<ReadRequest, "reader">): readonly CriticalCall[] {
  const { deployment, accounts } = request;
  const { withdrawRequestNFT } = deployment.venues[ETHERFI_ID] ?? {};
  const asked =
    withdrawRequestNFT === undefined
      ? []
      : accounts.flatMap((account) =>
          openRequests(request, account).flatMap((requestId) =>
            requestCalls(withdrawRequestNFT.address, requestId).map((call) => ({ account, call })),
          ),
        );
  return [...criticalBalances(etherfiHoldings(deployment), accounts), ...asked];
}
