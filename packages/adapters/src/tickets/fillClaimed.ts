import {
  type AccountRef,
  type Address,
  type AssetAmount,
  compareText,
  rawAmount,
  type TicketEvent,
} from "@ballast/core";
import { toEventSelector } from "viem";
import type { RawLog } from "../adapter.ts";
import { SourceWrongReply } from "../chain/faults.ts";
import { parseLogs } from "../chain/readLogs.ts";
import type { ChainSource, RpcReply } from "../chain/rpc.ts";
import type { Deployment } from "../deployment/types.ts";
import { logWords } from "./logWords.ts";
import { wordAddress } from "./wordAddress.ts";

export type FillContext = {
  readonly source: ChainSource;
  readonly deployment: Deployment;
  readonly accounts: readonly AccountRef[];
};

const TRANSFER = toEventSelector("event Transfer(address indexed from,address indexed to,uint256 value)");

const isOpen = ({ kind, amounts }: TicketEvent): boolean => kind === "claimed" && amounts.length === 0;

type Payment = { readonly to: Address; readonly amount: AssetAmount; readonly at: bigint };

/** Tokens of the deployment that a venue's contracts sent to the accounts in one transaction. */
function paymentsIn(
  logs: readonly RawLog[],
  { deployment, accounts, venue }: FillContext & Pick<TicketEvent, "venue">,
) {
  const senders = new Set(Object.values(deployment.venues[venue] ?? {}).map(({ address }) => address));
  const own = new Set(accounts.map(({ address }) => address));
  return logs.flatMap((log): readonly Payment[] => {
    const asset = deployment.assets.find(({ address }) => address === log.address);
    if (asset === undefined || log.topics[0] !== TRANSFER) return [];
    const [from = 0n, to = 0n, value = 0n] = logWords(log, 3);
    const receiver = wordAddress(to);
    if (!senders.has(wordAddress(from)) || !own.has(receiver)) return [];
    return [{ to: receiver, amount: { asset: asset.id, amount: rawAmount(value) }, at: log.logIndex }];
  });
}

function summed(payments: readonly Payment[]): readonly AssetAmount[] {
  const sums = new Map<AssetAmount["asset"], bigint>();
  for (const { amount } of payments) sums.set(amount.asset, (sums.get(amount.asset) ?? 0n) + amount.amount);
  return [...sums]
    .map(([asset, amount]) => ({ asset, amount: rawAmount(amount) }))
    .toSorted((a, b) => compareText(a.asset, b.asset));
}

/** The event with what the venue paid after it and before the venue's next claim in the same transaction. */
function filled(
  event: TicketEvent,
  { payments, next }: { payments: readonly Payment[]; next: bigint | null },
) {
  const own = payments.filter(
    ({ at, to }) =>
      at > event.logIndex && (next === null || at < next) && (event.account === null || event.account === to),
  );
  const account = event.account ?? own[0]?.to ?? null;
  return { ...event, account, amounts: summed(own) };
}

type Place = Pick<TicketEvent, "transactionHash" | "blockHash">;

/** The logs of a transaction in the block that its event was seen in. */
function logsOf(reply: RpcReply | undefined, { source, place }: { source: ChainSource; place: Place }) {
  if (reply !== undefined && !reply.ok) throw reply.fault;
  const receipt = reply?.result;
  const list = typeof receipt === "object" && receipt !== null && "logs" in receipt ? receipt.logs : null;
  const parsed = parseLogs(list);
  const { transactionHash, blockHash } = place;
  const isOfPlace = (log: RawLog) => log.transactionHash === transactionHash && log.blockHash === blockHash;
  if (parsed?.every(isOfPlace)) return parsed;
  const problem = `eth_getTransactionReceipt gave no logs of ${transactionHash} in block ${blockHash}`;
  throw new SourceWrongReply(source.id, problem);
}

/**
 * Fills in what claims paid whose own log does not say (EigenLayer's): the tokens that the venue's contracts sent to the account
 * in the same transaction, between this claim's log and the venue's next one (DelegationManager.sol,
 * _completeQueuedWithdrawal, tells of a withdrawal before it pays it). A claim taken as shares paid nothing, and stays empty.
 *
 * @throws SourceFault when a receipt cannot be read
 */
export async function fillClaimed(
  events: readonly TicketEvent[],
  context: FillContext,
): Promise<readonly TicketEvent[]> {
  const { source } = context;
  const places = new Map(events.filter(isOpen).map((event) => [event.transactionHash, event]));
  if (places.size === 0) return events;
  const replies = await source.request(
    [...places.keys()].map((hash) => ({ method: "eth_getTransactionReceipt", params: [hash] })),
  );
  const receipts = new Map(
    [...places].map(([hash, place], index) => [hash, logsOf(replies[index], { source, place })]),
  );
  return events.map((event) => {
    const logs = isOpen(event) ? receipts.get(event.transactionHash) : undefined;
    if (logs === undefined) return event;
    const self = logs.find(({ logIndex }) => logIndex === event.logIndex);
    const next = logs.find(
      ({ logIndex, address, topics }) =>
        logIndex > event.logIndex && address === self?.address && topics[0] === self.topics[0],
    );
    const payments = paymentsIn(logs, { ...context, venue: event.venue });
    return filled(event, { payments, next: next?.logIndex ?? null });
  });
}
