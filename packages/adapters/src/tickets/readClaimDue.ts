import type { AccountRef, AssetAmount, BlockRef, Hash32, TicketId, TicketReading } from "@ballast/core";
import { createPinnedReader } from "../chain/createPinnedReader.ts";
import { readHeaders } from "../chain/readHeader.ts";
import type { ChainSource } from "../chain/rpc.ts";
import type { Deployment } from "../deployment/types.ts";
import { readCompletionDue } from "../protocols/eigenlayer/readCompletionDue.ts";
import { adapters } from "../registry.ts";

export type ClaimDueRequest = {
  readonly source: ChainSource;
  readonly deployment: Deployment;
  readonly account: AccountRef;
  readonly ticket: TicketId;
  /** The block that the claim is in. */
  readonly blockHash: Hash32;
};

/** A block by its hash, and its parent's hash; null when the source does not have it. */
async function blockByHash(
  { source, deployment }: ClaimDueRequest,
  hash: Hash32,
): Promise<{ readonly block: BlockRef; readonly parentHash: Hash32 } | null> {
  const { chainId } = deployment;
  const [reply] = await readHeaders(source, { chainId, at: [{ hash }] });
  if (!reply?.ok) return null;
  const { number, timestamp, parentHash } = reply.header;
  return { block: { chainId, number, hash, timestamp }, parentHash };
}

/** The ticket as it stood at a block. */
async function ticketAt(request: ClaimDueRequest, block: BlockRef): Promise<TicketReading | null> {
  const { source, deployment, account, ticket } = request;
  const adapter = adapters.find(({ id }) => ticket.startsWith(`${id}:`));
  if (adapter === undefined) return null;
  const reader = createPinnedReader({ source, block, multicall: deployment.multicall });
  const openTickets = [{ account: account.address, ticket }];
  const { accounts } = await adapter.read({ reader, deployment, accounts: [account], openTickets });
  return accounts[0]?.tickets.find((each) => each.ticket === ticket) ?? null;
}

/**
 * What the claim of a ticket had to pay in the block that it is in, read from the chain: the ticket one block before, and where its worth grows from block to
 * block, the share price of the claim's own. null when the source cannot tell any more (it keeps no state so old), or the ticket was not there.
 */
export async function readClaimDue(request: ClaimDueRequest): Promise<readonly AssetAmount[] | null> {
  const claimed = await blockByHash(request, request.blockHash);
  const before = claimed === null ? null : await blockByHash(request, claimed.parentHash);
  if (claimed === null || before === null) return null;
  const reading = await ticketAt(request, before.block);
  if (reading === null) return null;
  const { claim, claimableFrom, pays } = reading;
  if (claim.kind !== "eigenlayer-withdrawal" || claimableFrom === null)
    return pays.map(({ asset, payout: amount }) => ({ asset, amount }));
  const { source, deployment } = request;
  const reader = createPinnedReader({
    source,
    block: claimed.block,
    multicall: deployment.multicall,
  });
  return readCompletionDue({ reader, deployment, withdrawal: claim.withdrawal, claimableFrom });
}
