import { explainEarlyClaim, loadDeployment } from "@ballast/adapters";
import {
  type Address,
  type BlockNumber,
  decodeCanonical,
  type Snapshot,
  type TicketLife,
} from "@ballast/core";
import { documentById, listTickets, type TickRow } from "@ballast/db";
import { devnetAccounts } from "@ballast/devnet";
import postgres from "postgres";
import { encodeFunctionData, type Hex, parseAbi } from "viem";
import { describe, expect, test } from "vitest";
import { sendAs } from "./asAccount.ts";
import { openedWalk } from "./openedWalk.ts";
import { eigenLayerAddress, restakedBy } from "./restaked.ts";
import { type Account, operations, reserve } from "./walk.ts";

/** Written anew from the contracts, so that nothing is shared with what the keeper encodes by. */
const ABI = parseAbi([
  "struct Slashing { address operator; uint32 operatorSetId; address[] strategies; uint256[] wadsToSlash; string description; }",
  "function slashOperator(address avs, Slashing params)",
  "function approve(address spender, uint256 amount)",
  "function requestWithdraw(uint256 weETHAmount, address recipient) returns (uint256)",
  "function claimWithdraw(uint256 tokenId)",
]);
const ETHER = 10n ** 18n;

const opened = openedWalk();

const etherfi = (name: string): Address => {
  const { venues } = loadDeployment("devnet");
  const found = Object.entries(venues).find(([id]) => id === "etherfi")?.[1][name];
  if (found === undefined) throw new Error(`the devnet has no ${name}`);
  return found.address;
};
const send = (from: Address, call: { readonly to: Address; readonly data: Hex }) =>
  sendAs(from, { ...call, rpcUrl: opened.world.devnet.rpcUrls[0] });
const chain = () => restakedBy(opened.world.devnet.rpcUrls[0], operations.address);

/** The database forgets every ticket, every event and how far the log was read. */
async function forget(): Promise<void> {
  const sql = postgres(opened.world.ownerUrl, { max: 1, onnotice: () => undefined });
  await sql`truncate ticket_events, ticket_scans, tickets`;
  await sql.end();
}

async function livesOf(account: Account): Promise<readonly TicketLife[]> {
  const rows = await listTickets(opened.keeper.keeper.db, account);
  return rows.map(({ life }) => decodeCanonical(life) as unknown as TicketLife);
}

async function snapshotOf({ snapshotId }: TickRow): Promise<Snapshot> {
  if (snapshotId === null) throw new Error("the tick has no snapshot");
  return (await documentById(opened.keeper.keeper.db, snapshotId))?.value as unknown as Snapshot;
}

describe("a slash of 37.3 % that no scenario knows", () => {
  test("has the same answer, with the figures of the chain", async () => {
    await opened.walk.judge(operations);
    const before = await chain().shares();
    const operator = devnetAccounts.operatorA.address;
    const args = [
      devnetAccounts.operator.address,
      {
        operator,
        operatorSetId: 1,
        strategies: [eigenLayerAddress("stETHStrategy")],
        wadsToSlash: [373n * 10n ** 15n],
        description: "not a scenario",
      },
    ] as const;
    await send(devnetAccounts.operator.address, {
      to: eigenLayerAddress("allocationManager"),
      data: encodeFunctionData({ abi: ABI, functionName: "slashOperator", args }),
    });
    const tick = await opened.walk.until(operations, "proposed", { blocks: 3 });
    const after = await chain().shares();
    // Half of the stake is allocated, so 37.3 % of it take 18.65 % of the whole.
    expect(((before - after) * 10_000n) / before).toBe(1_865n);
    const [slashed] = await opened.walk.findingsOf(tick, "operator-slashed");
    expect(slashed).toMatchObject({ level: "critical", measured: { unit: "bps", value: 1_865n } });
    const { requests } = await opened.walk.planOf(tick);
    expect(requests.map(({ order, spend }) => [order.kind, spend.amount])).toEqual([
      ["eigenlayer-undelegate", after],
    ]);
  });

  test("the tables of tickets, dropped in the middle of the exit, come back from the chain", async () => {
    await opened.walk.carryOut(await opened.walk.openProposal(operations));
    await opened.walk.judge(operations);
    const known = await livesOf(operations);
    expect(known.map(({ state }) => state)).toEqual(["waiting"]);
    await forget();
    expect(await livesOf(operations)).toEqual([]);
    await opened.walk.judge(operations);
    const again = await livesOf(operations);
    // A block has passed, in which the stETH behind the shares has grown; nothing else of the ticket has changed.
    expect(again).toEqual(known.map((life) => ({ ...life, figures: again[0]?.figures })));
    const payoutOf = (lives: readonly TicketLife[]) => lives[0]?.figures[0]?.payout ?? 0n;
    expect(payoutOf(again)).toBeGreaterThanOrEqual(payoutOf(known));
    expect(payoutOf(again) - payoutOf(known)).toBeLessThan(payoutOf(known) / 1_000_000n);
  });

  test("one block early a claim is refused, with the block from which it passes", async () => {
    const [{ withdrawal } = { withdrawal: null }] = await chain().queued();
    const first = BigInt(withdrawal?.startBlock ?? 0) + 21n;
    const tick = await opened.walk.judge(operations);
    const [ticket] = (await snapshotOf(tick)).tickets;
    if (ticket === undefined) throw new Error("no ticket was read");
    expect(ticket.claimableFrom).toBe(first);
    expect(explainEarlyClaim(ticket, (first - 1n) as BlockNumber)).toContain(`${first}`);
    expect(explainEarlyClaim(ticket, first as BlockNumber)).toBeNull();
  });
});

describe("a stranger claims for the treasury", () => {
  test("it is recognised, also by a database that never saw the request", async () => {
    const [nft, adapter, weETH] = ["withdrawRequestNFT", "withdrawAdapter", "weETH"].map(etherfi) as [
      Address,
      Address,
      Address,
    ];
    const encode = (functionName: "approve" | "requestWithdraw", args: readonly [never, never]) =>
      encodeFunctionData({ abi: ABI, functionName, args } as never);
    await send(reserve.address, {
      to: weETH,
      data: encode("approve", [adapter as never, (5n * ETHER) as never]),
    });
    await send(reserve.address, {
      to: adapter,
      data: encode("requestWithdraw", [(5n * ETHER) as never, reserve.address as never]),
    });
    await opened.walk.judge(reserve);
    await opened.walk.judge(reserve);
    const own = async () => (await livesOf(reserve)).filter(({ venue }) => venue === "etherfi");
    const [requested] = await own();
    expect(requested).toMatchObject({ state: "waiting" });
    const tokenId = BigInt(String(requested?.ticket).split(":")[1] ?? "0");

    await opened.world.devnet.runScenario("finalize-withdrawals");
    await send(devnetAccounts.reporter.address, {
      to: nft,
      data: encodeFunctionData({ abi: ABI, functionName: "claimWithdraw", args: [tokenId] }),
    });
    await opened.walk.judge(reserve);
    await opened.walk.judge(reserve);
    const [claimed] = await own();
    expect(claimed).toMatchObject({ claimedBy: "stranger" });
    await forget();
    await opened.walk.judge(reserve);
    await opened.walk.judge(reserve);
    const [again] = await own();
    expect(again).toMatchObject({
      ticket: claimed?.ticket,
      claimedBy: "stranger",
      endedAt: claimed?.endedAt,
      endedIn: claimed?.endedIn,
    });
  });
});
