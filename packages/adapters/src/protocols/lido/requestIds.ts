import { type AccountRef, type Address, ascending } from "@ballast/core";
import { encodeFunctionData } from "viem";
import type { ReadRequest } from "../../adapter.ts";
import type { PinnedCall } from "../../chain/pinnedReader.ts";
import type { Read } from "../../chain/read.ts";
import { readRecords } from "../../chain/readRecords.ts";
import { QUEUE } from "./abi.ts";
import { LIDO_ID } from "./contracts.ts";

/** Which requests there are was not read, so nobody knows what is under way. */
const EVERY = `ticket:${LIDO_ID}:all`;

/** The call that lists an account's requests. A second source must confirm it. */
export const requestsCall = (queue: Address, { address }: AccountRef): PinnedCall => ({
  subject: EVERY,
  to: queue,
  data: encodeFunctionData({ abi: QUEUE, functionName: "getWithdrawalRequests", args: [address] }),
  gas: 200_000n,
});

/** The requests that each account owns, ascending, in the order of the accounts: the queue can list them. */
export async function readRequestIds({
  reader,
  deployment,
  accounts,
}: ReadRequest): Promise<readonly Read<readonly bigint[]>[]> {
  const { withdrawalQueue } = deployment.venues[LIDO_ID] ?? {};
  if (withdrawalQueue === undefined) return accounts.map(() => ({ ok: true, value: [] }));
  const results = await reader.read(
    accounts.map((account) => requestsCall(withdrawalQueue.address, account)),
  );
  return results.map((result) => {
    const read = readRecords(result, { subject: EVERY, words: 1 });
    return read.ok ? { ok: true, value: read.value.map(([id = 0n]) => id).toSorted(ascending) } : read;
  });
}
