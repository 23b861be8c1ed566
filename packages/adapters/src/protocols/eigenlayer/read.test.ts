import { describe, expect, it } from "vitest";
import { DEVNET, devnetView, ETH } from "../../testing/devnetView.ts";
import { ACCOUNT, readerOf } from "../../testing/fakeReader.ts";
import { words } from "../../testing/word.ts";
import { read } from "./read.ts";
import { EL, OPERATOR, OTHER_OPERATOR, PROXY_ADMIN } from "./testing/eigenlayerDeployment.ts";
import { allocation, operatorSet, queued, returned, WITHDRAWAL } from "./testing/eigenlayerView.ts";
import { readEigenlayer, slotOf } from "./testing/readEigenlayer.ts";

const OTHER = { ...ACCOUNT, address: `0x${"5b".repeat(20)}` } as const;
const WAITING = { withdrawal: WITHDRAWAL, shares: [36n * ETH] };
const missingOf = ({ reading }: Awaited<ReturnType<typeof readEigenlayer>>) => [
  ...reading.missing,
  ...reading.accounts.flatMap(({ missing }) => missing),
];

describe("reading EigenLayer", () => {
  it("misses nothing on a calm day", async () => {
    expect(missingOf(await readEigenlayer())).toEqual([]);
  });

  it("takes two turns: what needs no answer first, and what depends on it", async () => {
    const changes = [["delegationManager", "getQueuedWithdrawals(address)", queued(WAITING)]] as const;
    const { sent } = await readEigenlayer({ changes, accounts: [ACCOUNT, OTHER] });
    expect(sent).toHaveLength(2);
    expect(sent.map((calls) => calls.filter(({ method }) => method === "eth_call").length)).toEqual([1, 1]);
  });

  it("takes a third turn only for sets that the operator left with magnitude in them", async () => {
    const changes = [
      [
        "allocationManager",
        "getStrategyAllocations(address,address)",
        returned("getStrategyAllocations", [[operatorSet(1)], [allocation(ETH / 2n)]]),
      ],
      ["allocationManager", "isOperatorSlashable(address,(address,uint32))", words(1n)],
    ] as const;
    expect((await readEigenlayer({ changes })).sent).toHaveLength(3);
  });

  it("pins every call and every slot to the block's hash", async () => {
    const { sent } = await readEigenlayer();
    const blocks = sent.flat().map(({ params }) => params.at(-1));
    expect(new Set(blocks.map((block) => JSON.stringify(block))).size).toBe(1);
    expect(blocks[0]).toMatchObject({ requireCanonical: true });
  });

  it("reads each operator once, of positions and of what waits in the queue", async () => {
    const leaving = { ...WITHDRAWAL, delegatedTo: OTHER_OPERATOR };
    const list = queued(WAITING, { withdrawal: leaving, shares: [1n] });
    const changes = [["delegationManager", "getQueuedWithdrawals(address)", list]] as const;
    const { reading } = await readEigenlayer({ changes, accounts: [ACCOUNT, OTHER] });
    const magnitudes = reading.figures.filter(({ figure }) => figure.startsWith("magnitude:"));
    expect(magnitudes.map(({ figure }) => figure)).toEqual([
      `magnitude:${OPERATOR}:stETH`,
      `magnitude:${OTHER_OPERATOR}:stETH`,
    ]);
  });

  it("keeps accounts apart that stand in different places", async () => {
    const delegated = ([account = 0n]: readonly bigint[]) =>
      returned("delegatedTo", account === BigInt(OTHER.address) ? OTHER_OPERATOR : OPERATOR);
    const changes = [["delegationManager", "delegatedTo(address)", delegated]] as const;
    const { reading } = await readEigenlayer({ changes, accounts: [ACCOUNT, OTHER] });
    const positions = reading.accounts.map(({ positions }) => positions.map(({ position }) => position));
    expect(positions).toEqual([[`eigenlayer:stETH@${OPERATOR}`], [`eigenlayer:stETH@${OTHER_OPERATOR}`]]);
  });

  it("reads the owner of each proxy's administrator in the second turn", async () => {
    const { reading } = await readEigenlayer({
      storage: () => slotOf(PROXY_ADMIN),
      changes: [["proxyAdmin", "owner()", returned("owner", OTHER_OPERATOR)]],
    });
    const owners = reading.figures.filter(({ figure }) => figure.endsWith(".admin"));
    expect(owners.map(({ figure, value }) => [figure, value])).toEqual(
      Object.keys(EL).map((name) => [`owner:${name}.admin`, BigInt(OTHER_OPERATOR)]),
    );
  });

  it("reads nothing where the deployment leaves it out", async () => {
    const reader = readerOf(devnetView());
    const reading = await read({ reader, deployment: { ...DEVNET, venues: {} }, accounts: [ACCOUNT] });
    expect(reading).toEqual({
      rates: [],
      flags: [],
      figures: [],
      missing: [],
      accounts: [{ account: ACCOUNT, positions: [], tickets: [], exits: [], missing: [] }],
    });
  });
});
