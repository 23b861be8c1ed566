import { type AccountRef, type Address, baseUnits, type TicketReading } from "@ballast/core";
import { encodeFunctionData } from "viem";
import type { PinnedCall, PinnedReader, PinnedResult } from "../../chain/pinnedReader.ts";
import type { Read } from "../../chain/read.ts";
import { readRecords } from "../../chain/readRecords.ts";
import { readWord } from "../../chain/readWord.ts";
import { wholeRead } from "../../chain/wholeRead.ts";
import { QUEUE } from "./abi.ts";
import type { PoolTotals } from "./maths/poolTotals.ts";
import type { QueueReading } from "./readQueue.ts";
import { lidoTicket, type RequestStatus, type Standing, ticketOf } from "./ticketOf.ts";

export type TicketContext = {
  readonly reader: PinnedReader;
  readonly queue: QueueReading;
  readonly totals: Read<PoolTotals>;
  readonly account: AccountRef;
};

type About = { readonly subject: string; readonly to: Address };
type Found = { readonly status: Read<RequestStatus>; readonly standing: Read<Standing> };

const GAS = 100_000n;
/** No rate is above it, so every request counts as it was asked. */
const ANY_RATE = 2n ** 256n - 1n;
const STATUS_WORDS = 6;

const statusCall = (id: bigint, about: About): PinnedCall => ({
  ...about,
  gas: GAS,
  data: encodeFunctionData({ abi: QUEUE, functionName: "getWithdrawalStatus", args: [[id]] }),
});
const aheadCall = (id: bigint, about: About): PinnedCall => ({
  ...about,
  gas: GAS,
  data: encodeFunctionData({ abi: QUEUE, functionName: "prefinalize", args: [[id - 1n], ANY_RATE] }),
});
const hintCall = (id: bigint, about: About & { readonly last: bigint }): PinnedCall => ({
  subject: about.subject,
  to: about.to,
  gas: GAS,
  data: encodeFunctionData({ abi: QUEUE, functionName: "findCheckpointHints", args: [[id], 1n, about.last] }),
});
const claimableCall = (id: bigint, about: About & { readonly hint: bigint }): PinnedCall => ({
  subject: about.subject,
  to: about.to,
  gas: GAS,
  data: encodeFunctionData({ abi: QUEUE, functionName: "getClaimableEther", args: [[id], [about.hint]] }),
});

/** The one record of an answer to a question about one request. */
function onlyRecord(
  result: PinnedResult | undefined,
  { subject, words }: { readonly subject: string; readonly words: number },
): Read<readonly bigint[]> {
  const detail = "the queue did not answer for exactly one request";
  const none = { ok: false, missing: { subject, code: "unexpected", retry: false, detail } } as const;
  if (result === undefined) return none;
  const read = readRecords(result, { subject, words });
  if (!read.ok) return read;
  const [record, ...more] = read.value;
  return record === undefined || more.length > 0 ? none : { ok: true, value: record };
}

function readStatus(result: PinnedResult | undefined, { subject }: About): Read<RequestStatus> {
  const read = onlyRecord(result, { subject, words: STATUS_WORDS });
  if (!read.ok) return read;
  const [amountOfStETH = 0n, amountOfShares = 0n, owner = 0n, , isFinalized, isClaimed] = read.value;
  const flags = { isFinalized: isFinalized !== 0n, isClaimed: isClaimed !== 0n };
  return { ok: true, value: { amountOfStETH, amountOfShares, owner, ...flags } };
}

const readNumber = (result: PinnedResult | undefined, { subject }: About): Read<bigint> => {
  const read = onlyRecord(result, { subject, words: 1 });
  return read.ok ? { ok: true, value: read.value[0] ?? 0n } : read;
};

/**
 * A request that waits. The stETH in front of it is what `prefinalize` sums as if the queue finalised up to the request before
 * it; the next in line has nothing in front and the queue refuses the question.
 */
async function readWaiting(id: bigint, { about, isNext, context }: Place): Promise<Found> {
  const { reader, totals } = context;
  const [status, sum] = await reader.read([statusCall(id, about), ...(isNext ? [] : [aheadCall(id, about)])]);
  const before: Read<bigint> = sum === undefined ? { ok: true, value: 0n } : readWord(sum, about.subject);
  const ahead = before.ok ? baseUnits(before.value) : null;
  const standing: Read<Standing> = totals.ok
    ? { ok: true, value: { state: "waiting", totals: totals.value, ahead } }
    : totals;
  return { status: readStatus(status, about), standing };
}

type Place = { readonly about: About; readonly isNext: boolean; readonly context: TicketContext };

/** A finalised request: first the checkpoint of its rate, then what it pays by that checkpoint. */
async function readFinal(
  id: bigint,
  { about, last, reader }: { readonly about: About; readonly last: bigint; readonly reader: PinnedReader },
): Promise<Found> {
  const [found, hints] = await reader.read([statusCall(id, about), hintCall(id, { ...about, last })]);
  const status = readStatus(found, about);
  const hint = readNumber(hints, about);
  if (!hint.ok) return { status, standing: hint };
  const [payments] = await reader.read([claimableCall(id, { ...about, hint: hint.value })]);
  const claimable = readNumber(payments, about);
  if (!claimable.ok) return { status, standing: claimable };
  return {
    status,
    standing: { ok: true, value: { state: "claimable", hint: hint.value, claimable: claimable.value } },
  };
}

/** Reads one request that the queue lists for the account. One turn while it waits, two once it is finalised. */
export async function readTicket(requestId: bigint, context: TicketContext): Promise<Read<TicketReading>> {
  const { reader, queue, account } = context;
  const subject = `ticket:${lidoTicket(requestId)}`;
  const about = { subject, to: queue.address };
  const { lastFinalized, lastCheckpoint } = queue;
  const bounds = wholeRead({ lastFinalized, lastCheckpoint });
  if (!bounds.ok) return { ok: false, missing: { ...bounds.missing, subject } };
  const { lastFinalized: final, lastCheckpoint: last } = bounds.value;
  const isNext = requestId === final + 1n;
  const found =
    requestId <= final
      ? await readFinal(requestId, { about, last, reader })
      : await readWaiting(requestId, { about, isNext, context });
  const read = wholeRead(found);
  if (!read.ok) return { ok: false, missing: { ...read.missing, subject } };
  const { status, standing } = read.value;
  return ticketOf({ requestId, status, account, queue: queue.address }, standing);
}
