import type { AccountRef, Address, BlockNumber, Hex, TicketEvent, TicketId } from "@ballast/core";
import { BaseError, toEventSelector } from "viem";
import type { RawLog, TicketLog } from "../adapter.ts";
import { SourceWrongReply } from "../chain/faults.ts";
import { readLogs } from "../chain/readLogs.ts";
import type { ChainSource } from "../chain/rpc.ts";
import type { Deployment } from "../deployment/types.ts";
import { adapters } from "../registry.ts";
import { fillClaimed } from "./fillClaimed.ts";
import { LogUnreadable } from "./LogUnreadable.ts";
import { ownEvents } from "./ownEvents.ts";

export type TicketEventsRequest = {
  readonly source: ChainSource;
  readonly deployment: Deployment;
  readonly accounts: readonly AccountRef[];
  /** Tickets of the accounts that were requested before the range. */
  readonly known?: readonly TicketId[];
  /** Both included. */
  readonly fromBlock: BlockNumber;
  readonly toBlock: BlockNumber;
  /** Most blocks in one `eth_getLogs`; 10,000 unless told otherwise. */
  readonly blocksPerRequest?: bigint;
};

/** What hosted nodes take in one question. */
const BLOCKS_PER_REQUEST = 10_000n;

/** A log that the deployment can have: where it comes from and how it is read. */
type Watched = { readonly address: Address; readonly topic: Hex; readonly decode: TicketLog["decode"] };

const watchedIn = (deployment: Deployment): readonly Watched[] =>
  adapters.flatMap(({ id, ticketLogs }) =>
    ticketLogs.flatMap(({ contract, signature, decode }) => {
      const address = deployment.venues[id]?.[contract]?.address;
      return address === undefined ? [] : [{ address, topic: toEventSelector(`event ${signature}`), decode }];
    }),
  );

const distinct = <Value extends string>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

const eventsOf = (
  log: RawLog,
  { watched, deployment }: { watched: readonly Watched[]; deployment: Deployment },
) =>
  watched
    .filter(({ address, topic }) => address === log.address && topic === log.topics[0])
    .flatMap(({ decode }) => decode(log, deployment) ?? []);

/** A log that cannot be read is as good as one that was not given. */
function decoded(
  logs: readonly RawLog[],
  context: { watched: readonly Watched[]; deployment: Deployment; source: ChainSource },
) {
  return logs.flatMap((log) => {
    try {
      return eventsOf(log, context);
    } catch (error) {
      if (error instanceof LogUnreadable || error instanceof BaseError)
        throw new SourceWrongReply(context.source.id, error.message);
      throw error;
    }
  });
}

/**
 * What the chain's log says of the accounts' tickets on every venue, oldest first. A claim that names nobody is kept when its ticket
 * was requested by one of the accounts, in the range or before (`known`), and its amounts are filled in from what the
 * account received in that transaction. Blocks are asked for by number: who needs them canonical checks that afterwards.
 *
 * @throws SourceFault when the source does not answer everything: never a silent gap
 */
export async function readTicketEvents(request: TicketEventsRequest): Promise<readonly TicketEvent[]> {
  const { source, deployment, fromBlock, toBlock, blocksPerRequest = BLOCKS_PER_REQUEST } = request;
  const watched = watchedIn(deployment);
  if (watched.length === 0 || request.accounts.length === 0 || fromBlock > toBlock) return [];
  const filter = {
    addresses: distinct(watched.map(({ address }) => address)),
    topics: distinct(watched.map(({ topic }) => topic)),
  };
  const logs = await readLogs({ source, filter, fromBlock, toBlock, blocksPerRequest });
  const all = decoded(logs, { watched, deployment, source });
  return fillClaimed(ownEvents(all, request), { source, deployment, accounts: request.accounts });
}
