import type { AccountRef } from "@ballast/core";
import type { ReadRequest } from "../../adapter.ts";
import type { PinnedResult } from "../../chain/pinnedReader.ts";
import { ETHERFI_ID } from "./contracts.ts";
import { openRequests } from "./openRequests.ts";
import { requestCalls } from "./requestCalls.ts";

/** What the NFT answers about one request, in the order of `requestCalls`; null where the deployment has no NFT to ask. */
export type RequestAnswers = {
  readonly account: AccountRef;
  readonly requestId: bigint;
  readonly results: readonly PinnedResult[] | null;
};

/** Asks about every request that events say is open, of every account. */
export async function askRequests(request: ReadRequest): Promise<readonly RequestAnswers[]> {
  const { reader, deployment, accounts } = request;
  const { withdrawRequestNFT } = deployment.venues[ETHERFI_ID] ?? {};
  const asked = accounts.flatMap((account) =>
    openRequests(request, account).map((requestId) => ({ account, requestId })),
  );
  return Promise.all(
    asked.map(async (one) => ({
      ...one,
      results:
        withdrawRequestNFT === undefined
          ? null
          : await reader.read(requestCalls(withdrawRequestNFT.address, one.requestId)),
    })),
  );
}
