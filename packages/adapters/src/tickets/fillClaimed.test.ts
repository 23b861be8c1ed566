import { assetId, type TicketEvent, ticketId, venueId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import type { RawLog } from "../adapter.ts";
import { SourceWrongReply } from "../chain/faults.ts";
import type { Deployment } from "../deployment/types.ts";
import { addressOf } from "../testing/devnetView.ts";
import { deadSource, fakeSource } from "../testing/fakeNode.ts";
import { ACCOUNT } from "../testing/fakeReader.ts";
import { FULL } from "../testing/fullDeployment.ts";
import { rawLogJson, sampleLog } from "../testing/sampleLog.ts";
import { fillClaimed } from "./fillClaimed.ts";

const venue = venueId("eigenlayer");
const MANAGER = `0x${"e1".repeat(20)}` as const;
const STRATEGY = `0x${"e2".repeat(20)}` as const;
const contract = (address: typeof MANAGER) => ({ address, citation: "made up for tests" });
const DEPLOYMENT: Deployment = {
  ...FULL,
  venues: { ...FULL.venues, [venue]: { manager: contract(MANAGER), strategy: contract(STRATEGY) } },
};
const OTHER = { ...ACCOUNT, address: `0x${"5b".repeat(20)}` } as const;
const TRANSFER = "Transfer(address indexed from,address indexed to,uint256 value)";

type Payment = { index: bigint; value: bigint; token?: string; from?: bigint; to?: bigint };
const pays = ({
  index,
  value,
  token = "stETH",
  from = BigInt(STRATEGY),
  to = BigInt(ACCOUNT.address),
}: Payment) => sampleLog({ address: addressOf(token), signature: TRANSFER, args: [from, to, value], index });
const completed = (index: bigint) =>
  sampleLog({
    address: MANAGER,
    signature: "SlashingWithdrawalCompleted(bytes32 withdrawalRoot)",
    args: [index],
    index,
  });

const claimOf = (log: RawLog, change: Partial<TicketEvent> = {}): TicketEvent => ({
  kind: "claimed",
  ticket: ticketId(`eigenlayer:${log.logIndex}`),
  venue,
  account: ACCOUNT.address,
  position: null,
  amounts: [],
  block: log.blockNumber,
  blockHash: log.blockHash,
  transactionHash: log.transactionHash,
  logIndex: log.logIndex,
  ...change,
});

const fill = (events: readonly TicketEvent[], logs: readonly RawLog[], source = nodeWith(logs)) =>
  fillClaimed(events, { source, deployment: DEPLOYMENT, accounts: [ACCOUNT, OTHER] });
const nodeWith = (logs: readonly RawLog[]) => fakeSource(() => ({ logs: logs.map(rawLogJson) }));

describe("what a claim paid whose own log does not say", () => {
  it("is what the venue's contracts sent to the account after it", async () => {
    const claim = completed(3n);
    const [event] = await fill([claimOf(claim)], [claim, pays({ index: 4n, value: 70n })]);
    expect(event?.amounts).toEqual([{ asset: "stETH", amount: 70n }]);
  });

  it("is told apart for two claims of one transaction by their places", async () => {
    const [one, two] = [completed(3n), completed(6n)];
    const logs = [one, pays({ index: 4n, value: 70n }), two, pays({ index: 7n, value: 30n })];
    const events = await fill([claimOf(one), claimOf(two)], logs);
    expect(events.map(({ amounts }) => amounts[0]?.amount)).toEqual([70n, 30n]);
  });

  it("adds up several payments of one asset, and sorts assets", async () => {
    const claim = completed(3n);
    const logs = [
      claim,
      pays({ index: 4n, value: 70n, token: "wstETH" }),
      pays({ index: 5n, value: 1n }),
      pays({ index: 6n, value: 2n }),
    ];
    expect((await fill([claimOf(claim)], logs))[0]?.amounts).toEqual([
      { asset: "stETH", amount: 3n },
      { asset: "wstETH", amount: 70n },
    ]);
  });

  it.each<[string, Payment]>([
    ["before the claim", { index: 2n, value: 70n }],
    ["from somebody else, as a swap in the same batch pays", { index: 4n, value: 70n, from: 0x99n }],
    ["to somebody else", { index: 4n, value: 70n, to: 0x99n }],
    ["to another account of the treasury", { index: 4n, value: 70n, to: BigInt(OTHER.address) }],
  ])("is not what was sent %s", async (_name, payment) => {
    const claim = completed(3n);
    const [event] = await fill([claimOf(claim)], [claim, pays(payment)]);
    expect(event?.amounts).toEqual([]);
  });

  it("tells whose a claim is of which only the ticket is known", async () => {
    const claim = completed(3n);
    const payment = pays({ index: 4n, value: 70n, to: BigInt(OTHER.address) });
    const [event] = await fill([claimOf(claim, { account: null })], [claim, payment]);
    expect(event).toMatchObject({ account: OTHER.address, amounts: [{ amount: 70n }] });
  });

  it("asks once for each transaction, and for nothing when every log says its amounts", async () => {
    const claim = completed(3n);
    const source = nodeWith([claim]);
    await fill([claimOf(claim), claimOf(claim)], [], source);
    expect(source.sent.flat()).toEqual([
      { method: "eth_getTransactionReceipt", params: [claim.transactionHash] },
    ]);
    const told = claimOf(claim, { amounts: [{ asset: assetId("ETH"), amount: 5n as never }] });
    expect(await fill([told, claimOf(claim, { kind: "requested" })], [], deadSource())).toHaveLength(2);
  });

  it("fails with the source's fault when the receipt cannot be read", async () => {
    const claim = completed(3n);
    const elsewhere = { ...claim, blockHash: `0x${"00".repeat(32)}` } as const;
    await expect(fill([claimOf(claim)], [], deadSource())).rejects.toThrow(/no connection/);
    await expect(
      fill(
        [claimOf(claim)],
        [],
        fakeSource(() => null),
      ),
    ).rejects.toThrow(SourceWrongReply);
    await expect(fill([claimOf(claim)], [elsewhere])).rejects.toThrow(SourceWrongReply);
  });
});
