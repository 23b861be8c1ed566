import { blockNumber, type TicketId, ticketId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import type { RawLog } from "../adapter.ts";
import { SourceErrorObject, SourceWrongReply } from "../chain/faults.ts";
import type { RpcCall } from "../chain/rpc.ts";
import { addressOf } from "../testing/devnetView.ts";
import { deadSource, FakeRpcError, fakeSource } from "../testing/fakeNode.ts";
import { ACCOUNT } from "../testing/fakeReader.ts";
import { FULL } from "../testing/fullDeployment.ts";
import { rawLogJson, sampleLog } from "../testing/sampleLog.ts";
import { readTicketEvents, type TicketEventsRequest } from "./readTicketEvents.ts";

const OWN = BigInt(ACCOUNT.address);
const QUEUE = addressOf("withdrawalQueue");
const NFT = addressOf("withdrawRequestNFT");
const REQUESTED =
  "WithdrawalRequested(uint256 indexed requestId,address indexed requestor,address indexed owner,uint256 amountOfStETH,uint256 amountOfShares)";
const CREATED =
  "WithdrawRequestCreated(uint32 indexed requestId,uint256 amountOfEEth,uint256 shareOfEEth,address owner)";
const INVALIDATED = "WithdrawRequestInvalidated(uint32 indexed requestId)";

const asked = (block: bigint, { id = 1n, owner = OWN, index = 0n } = {}) =>
  sampleLog({ address: QUEUE, signature: REQUESTED, args: [id, owner, owner, 5n, 4n], block, index });
const created = (block: bigint, { id = 1n, owner = OWN, index = 0n } = {}) =>
  sampleLog({ address: NFT, signature: CREATED, args: [id, 5n, 4n, owner], block, index });

type Filter = { fromBlock: string; toBlock: string; address: string[]; topics: string[][] };
const filterOf = ({ params: [filter] }: RpcCall) => filter as Filter;

/** A node with these logs, which answers a filter as nodes do. */
const nodeWith = (logs: readonly RawLog[]) =>
  fakeSource((call) => {
    const { fromBlock, toBlock, address, topics } = filterOf(call);
    return logs
      .filter(({ blockNumber: at }) => at >= BigInt(fromBlock) && at <= BigInt(toBlock))
      .filter((log) => address.includes(log.address) && topics[0]?.includes(log.topics[0] ?? ""))
      .map(rawLogJson);
  });

const read = (source: TicketEventsRequest["source"], change: Partial<TicketEventsRequest> = {}) =>
  readTicketEvents({
    source,
    deployment: FULL,
    accounts: [ACCOUNT],
    fromBlock: blockNumber(1n),
    toBlock: blockNumber(25_000n),
    ...change,
  });

describe("readTicketEvents", () => {
  it("reads all venues, oldest first, in the order of the blocks and of the logs in a block", async () => {
    const source = nodeWith([
      created(20_000n, { index: 7n }),
      asked(20_000n, { index: 2n }),
      created(9n, { id: 3n }),
    ]);
    const events = await read(source);
    expect(events.map(({ ticket, block }) => [ticket, block])).toEqual([
      ["etherfi:3", 9n],
      ["lido:1", 20_000n],
      ["etherfi:1", 20_000n],
    ]);
  });

  it("asks in one array, in pieces of 10,000 blocks that cover the range once", async () => {
    const source = nodeWith([]);
    await read(source);
    expect(source.sent).toHaveLength(1);
    const ranges = source.sent.flat().map(filterOf);
    expect(ranges.map(({ fromBlock, toBlock }) => [Number(fromBlock), Number(toBlock)])).toEqual([
      [1, 10_000],
      [10_001, 20_000],
      [20_001, 25_000],
    ]);
    expect(ranges[0]?.address).toEqual(expect.arrayContaining([QUEUE, NFT]));
  });

  it("keeps nothing of strangers", async () => {
    const events = await read(nodeWith([asked(5n, { owner: 0x99n }), created(6n, { owner: 0x99n })]));
    expect(events).toEqual([]);
  });

  it.each<[string, readonly TicketId[], readonly (string | null)[]]>([
    ["in the range", [], [ACCOUNT.address, ACCOUNT.address]],
    ["in the range, and known too", [ticketId("etherfi:1")], [ACCOUNT.address, ACCOUNT.address]],
  ])("says whose an event is that names nobody: requested %s", async (_name, known, accounts) => {
    const invalid = sampleLog({ address: NFT, signature: INVALIDATED, args: [1n], block: 8n });
    const events = await read(nodeWith([created(6n), invalid]), { known });
    expect(events.map(({ account }) => account)).toEqual(accounts);
  });

  it("keeps an event that names nobody of a ticket from before the range only when it is known", async () => {
    const source = nodeWith([sampleLog({ address: NFT, signature: INVALIDATED, args: [1n], block: 8n })]);
    expect(await read(source)).toEqual([]);
    expect(await read(source, { known: [ticketId("etherfi:1")] })).toMatchObject([
      { kind: "invalidated", ticket: "etherfi:1", account: null },
    ]);
  });

  it.each<[string, Partial<TicketEventsRequest>]>([
    ["an empty range", { fromBlock: blockNumber(9n), toBlock: blockNumber(8n) }],
    ["no accounts", { accounts: [] }],
    ["a deployment without venues", { deployment: { ...FULL, venues: {} } }],
  ])("asks nothing for %s", async (_name, change) => {
    const source = nodeWith([]);
    expect(await read(source, change)).toEqual([]);
    expect(source.sent).toEqual([]);
  });

  it("fails with the source's fault when a piece fails: never a gap", async () => {
    const source = fakeSource((call) => {
      if (filterOf(call).fromBlock !== "0x1")
        throw new FakeRpcError(-32005, "query returned too many results");
      return [rawLogJson(asked(5n))];
    });
    await expect(read(source)).rejects.toThrow(SourceErrorObject);
    await expect(read(deadSource())).rejects.toThrow(/no connection/);
  });

  it("fails on a log that is not what its topic says: never a ticket less", async () => {
    const cut = { ...rawLogJson(asked(5n)), data: "0x01" };
    await expect(read(fakeSource(() => [cut]))).rejects.toThrow(SourceWrongReply);
  });

  it.each<[string, unknown]>([
    ["no list", null],
    ["a list of something else", [{ address: QUEUE }]],
    ["a log that a reorganisation took back", [{ ...rawLogJson(asked(5n)), removed: true }]],
    ["a log of another block", [rawLogJson(asked(90_000n))]],
    ["a log of another contract", [rawLogJson({ ...asked(5n), address: addressOf("wstETH") })]],
    ["a log of another event", [rawLogJson({ ...asked(5n), topics: [] })]],
  ])("believes no source that answers with %s", async (_name, answer) => {
    await expect(read(fakeSource(() => answer))).rejects.toThrow(SourceWrongReply);
  });
});
