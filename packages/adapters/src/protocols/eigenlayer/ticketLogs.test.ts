import { blockNumber, type EigenLayerWithdrawal, hash32 } from "@ballast/core";
import { encodeAbiParameters, type Hex, parseAbiParameters, toEventSelector, zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import type { RawLog } from "../../adapter.ts";
import { ETH } from "../../testing/devnetView.ts";
import { ACCOUNT } from "../../testing/fakeReader.ts";
import { EL, EL_DEPLOYMENT, OPERATOR } from "./testing/eigenlayerDeployment.ts";
import { queued, WITHDRAWAL } from "./testing/eigenlayerView.ts";
import { readEigenlayer } from "./testing/readEigenlayer.ts";
import { ticketIdOf } from "./ticketIdOf.ts";
import { ticketLogs } from "./ticketLogs.ts";

/** Topics of the deployed contracts. */
const TOPICS = {
  SlashingWithdrawalQueued: "0x26b2aae26516e8719ef50ea2f6831a2efbd4e37dccdf0f6936b27bc08e793e30",
  SlashingWithdrawalCompleted: "0x1f40400889274ed07b24845e5054a87a0cab969eb1277aafe61ae352e7c32a00",
} as const;

const QUEUED_DATA = parseAbiParameters([
  "bytes32 withdrawalRoot, Withdrawal withdrawal, uint256[] sharesToWithdraw",
  "struct Withdrawal { address staker; address delegatedTo; address withdrawer; uint256 nonce; uint32 startBlock; address[] strategies; uint256[] scaledShares; }",
]);
const ROOT = ticketIdOf(WITHDRAWAL).slice("eigenlayer:".length) as Hex;

const logOf = (topic: Hex, data: Hex): RawLog => ({
  address: EL.delegationManager,
  topics: [topic],
  data,
  blockNumber: blockNumber(500n),
  blockHash: hash32(`0x${"b1".repeat(32)}`),
  transactionHash: hash32(`0x${"7a".repeat(32)}`),
  logIndex: 4n,
});
const queuedLog = (withdrawal: EigenLayerWithdrawal, ...shares: readonly bigint[]) => {
  const struct = { ...withdrawal, startBlock: Number(withdrawal.startBlock) };
  return logOf(TOPICS.SlashingWithdrawalQueued, encodeAbiParameters(QUEUED_DATA, [ROOT, struct, shares]));
};
const [requested, completed] = ticketLogs;
const decode = (log: RawLog) =>
  (log.topics[0] === TOPICS.SlashingWithdrawalQueued ? requested : completed)?.decode(log, EL_DEPLOYMENT);

const WHERE = {
  venue: "eigenlayer",
  block: 500n,
  blockHash: `0x${"b1".repeat(32)}`,
  transactionHash: `0x${"7a".repeat(32)}`,
  logIndex: 4n,
};

describe("EigenLayer's ticket events", () => {
  it.each(ticketLogs.map((log) => [log.signature.split("(")[0] as keyof typeof TOPICS, log] as const))(
    "%s has the deployed contract's topic, and no indexed field to filter by",
    (name, { signature, contract }) => {
      expect(toEventSelector(`event ${signature}`)).toBe(TOPICS[name]);
      expect(signature).not.toContain("indexed");
      expect(contract).toBe("delegationManager");
    },
  );

  it("a queued withdrawal is a request of its staker, in shares", () => {
    expect(decode(queuedLog(WITHDRAWAL, 36n * ETH))).toEqual({
      ...WHERE,
      kind: "requested",
      ticket: `eigenlayer:${ROOT}`,
      account: ACCOUNT.address,
      position: `eigenlayer:stETH@${OPERATOR}`,
      amounts: [{ asset: "EL-stETH", amount: 36n * ETH }],
    });
  });

  it("the request has the very id of the ticket that the view call gives", async () => {
    const list = queued({ withdrawal: WITHDRAWAL, shares: [36n * ETH] });
    const { reading } = await readEigenlayer({
      changes: [["delegationManager", "getQueuedWithdrawals(address)", list]],
    });
    const event = decode(queuedLog(WITHDRAWAL, 36n * ETH));
    expect(event?.ticket).toBe(reading.accounts[0]?.tickets[0]?.ticket);
    expect(event?.position).toBe(reading.accounts[0]?.tickets[0]?.position);
  });

  it.each<[string, Partial<EigenLayerWithdrawal>, readonly bigint[], object]>([
    [
      "by somebody without an operator",
      { delegatedTo: zeroAddress },
      [1n],
      { position: "eigenlayer:stETH", amounts: [{ asset: "EL-stETH", amount: 1n }] },
    ],
    [
      "of a strategy that is not listed",
      { strategies: [EL.strategyManager] },
      [1n],
      { position: null, amounts: [] },
    ],
    [
      "of one strategy twice",
      { strategies: [EL.stETHStrategy, EL.stETHStrategy], scaledShares: [1n, 2n] },
      [1n, 2n],
      { amounts: [{ asset: "EL-stETH", amount: 3n }] },
    ],
    [
      "of a listed strategy and another: the other has no asset here",
      { strategies: [EL.stETHStrategy, EL.strategyManager], scaledShares: [1n, 2n] },
      [1n, 2n],
      { position: `eigenlayer:stETH@${OPERATOR}`, amounts: [{ asset: "EL-stETH", amount: 1n }] },
    ],
    ["after a full slash", {}, [0n], { amounts: [{ asset: "EL-stETH", amount: 0n }] }],
  ])("a request %s", (_name, change, shares, expected) => {
    expect(decode(queuedLog({ ...WITHDRAWAL, ...change }, ...shares))).toMatchObject(expected);
  });

  it("a completion says neither whose it was nor what it paid", () => {
    expect(decode(logOf(TOPICS.SlashingWithdrawalCompleted, ROOT))).toEqual({
      ...WHERE,
      kind: "claimed",
      ticket: `eigenlayer:${ROOT}`,
      account: null,
      position: null,
      amounts: [],
    });
  });

  it.each([
    ["a request that breaks off", logOf(TOPICS.SlashingWithdrawalQueued, ROOT)],
    ["a completion without data", logOf(TOPICS.SlashingWithdrawalCompleted, "0x")],
  ])("throws for %s: a silent gap would lose a ticket", (_name, log) => {
    expect(() => decode(log)).toThrow();
  });
});
