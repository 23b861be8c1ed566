import { zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import { ETH } from "../../../testing/devnetView.ts";
import { words } from "../../../testing/word.ts";
import { EL, OPERATOR } from "../testing/eigenlayerDeployment.ts";
import { type Change, returned, SHARES, WAIT } from "../testing/eigenlayerView.ts";
import { readEigenlayer } from "../testing/readEigenlayer.ts";

const exitsIn = async (...changes: Change[]) => {
  const { reading } = await readEigenlayer({ changes });
  return { exits: reading.accounts[0]?.exits ?? [], rate: reading.rates[0]?.rate };
};
const shares = (withdrawable: bigint, deposit: bigint): Change => [
  "delegationManager",
  "getWithdrawableShares(address,address[])",
  returned("getWithdrawableShares", [[withdrawable], [deposit]]),
];

describe("the way out of a position", () => {
  it("is the queue: everything, free of charge, claimable one block after the last slashable one", async () => {
    const { exits, rate } = await exitsIn();
    expect(exits).toEqual([
      {
        position: `eigenlayer:stETH@${OPERATOR}`,
        venue: "eigenlayer",
        way: "queue",
        assetIn: "EL-stETH",
        assetOut: "stETH",
        rate,
        fee: 0n,
        capacity: null,
        smallest: 1n,
        largest: null,
        delayBlocks: WAIT + 1n,
        delay: (WAIT + 1n) * 12n,
        stoppedBy: [],
        terms: {
          kind: "eigenlayer-queue",
          strategy: EL.stETHStrategy,
          operator: OPERATOR,
          depositShares: SHARES,
        },
        source: { kind: "call", contract: EL.delegationManager, method: "queueWithdrawals" },
      },
    ]);
  });

  it("tells deposit shares, which the queue counts in, apart from what slashing left of them", async () => {
    const { exits } = await exitsIn(shares(1n, 7n * ETH));
    expect(exits[0]?.terms).toMatchObject({ depositShares: 7n * ETH });
  });

  it("is there without an operator too: who did not delegate waits as long", async () => {
    const { exits } = await exitsIn([
      "delegationManager",
      "delegatedTo(address)",
      returned("delegatedTo", zeroAddress),
    ]);
    expect(exits).toMatchObject([
      { position: "eigenlayer:stETH", delayBlocks: WAIT + 1n, terms: { operator: null } },
    ]);
  });

  it.each([
    ["nothing was deposited", 0n, 0n, 0],
    ["everything was slashed: what is left of it can still leave", 0n, SHARES, 1],
    ["something is held", 1n, 1n, 1],
  ])("where %s", async (_name, withdrawable, deposit, count) => {
    expect((await exitsIn(shares(withdrawable, deposit))).exits).toHaveLength(count);
  });

  it("takes 100,800 blocks and one on mainnet, about 14 days", async () => {
    const { exits } = await exitsIn(["delegationManager", "minWithdrawalDelayBlocks()", words(100_800n)]);
    expect(exits[0]).toMatchObject({ delayBlocks: 100_801n, delay: 1_209_612n });
  });

  it.each<[string, bigint, readonly string[]]>([
    ["new delegations paused", 0b001n, []],
    ["the entrance of the queue paused", 0b010n, ["paused"]],
    ["the exit of the queue paused: the wait can still begin", 0b100n, []],
    ["everything paused", 2n ** 256n - 1n, ["paused"]],
  ])("with %s", async (_name, bitmap, stoppedBy) => {
    const { exits } = await exitsIn(["delegationManager", "paused()", words(bitmap)]);
    expect(exits[0]?.stoppedBy).toEqual(stoppedBy);
  });
});
