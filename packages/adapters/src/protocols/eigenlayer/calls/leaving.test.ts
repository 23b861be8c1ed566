import { type Address, blockNumber, type EigenLayerWithdrawal } from "@ballast/core";
import { getAddress, zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import { ActionRefused } from "../../../ActionRefused.ts";
import { ETH } from "../../../testing/devnetView.ts";
import { ACCOUNT } from "../../../testing/fakeReader.ts";
import { decodedCall } from "../testing/decodedCall.ts";
import { EL, EL_DEPLOYMENT, OPERATOR, STETH_TOKEN } from "../testing/eigenlayerDeployment.ts";
import { WITHDRAWAL } from "../testing/eigenlayerView.ts";
import { encodeComplete } from "./encodeComplete.ts";
import { encodeQueue } from "./encodeQueue.ts";
import { encodeUndelegate } from "./encodeUndelegate.ts";

const BASE = { account: ACCOUNT, deployment: EL_DEPLOYMENT };
const STRANGER = `0x${"77".repeat(20)}` as const;

describe("encodeUndelegate", () => {
  it("names the account alone: no amount, nothing that could move", () => {
    expect(encodeUndelegate(BASE).map(decodedCall)).toEqual([
      {
        to: EL.delegationManager,
        value: 0n,
        functionName: "undelegate",
        args: [getAddress(ACCOUNT.address)],
      },
    ]);
  });
});

describe("encodeQueue", () => {
  const queue = (...withdrawals: readonly { strategy: Address; depositShares: bigint }[]) =>
    encodeQueue({ ...BASE, withdrawals });

  it("makes a withdrawal of each entry, with the contract's ignored field empty", () => {
    const entry = { strategy: EL.stETHStrategy, depositShares: 7n * ETH };
    const param = {
      strategies: [getAddress(EL.stETHStrategy)],
      depositShares: [7n * ETH],
      __deprecated_withdrawer: zeroAddress,
    };
    expect(queue(entry).map(decodedCall)).toEqual([
      { to: EL.delegationManager, value: 0n, functionName: "queueWithdrawals", args: [[param]] },
    ]);
    expect(queue(entry, entry).map(decodedCall)[0]?.args).toEqual([[param, param]]);
  });

  it.each<[string, () => unknown, RegExp]>([
    ["nothing", () => queue(), /withdrawals is none/],
    [
      "shares of 0 (SharesAmountZero)",
      () => queue({ strategy: EL.stETHStrategy, depositShares: 0n }),
      /depositShares is 0/,
    ],
    [
      "more shares than a word holds",
      () => queue({ strategy: EL.stETHStrategy, depositShares: 2n ** 256n }),
      /depositShares/,
    ],
    [
      "a strategy that is not listed",
      () => queue({ strategy: STRANGER, depositShares: 1n }),
      /strategy is 0x7777/,
    ],
  ])("refuses %s", (_name, encode, text) => {
    expect(encode).toThrow(ActionRefused);
    expect(encode).toThrow(text);
  });
});

describe("encodeComplete", () => {
  const complete = (...withdrawals: readonly EigenLayerWithdrawal[]) =>
    encodeComplete({ ...BASE, withdrawals, receiveAs: "tokens" });
  const struct = {
    ...WITHDRAWAL,
    staker: getAddress(ACCOUNT.address),
    withdrawer: getAddress(ACCOUNT.address),
    delegatedTo: getAddress(OPERATOR),
    startBlock: 500,
    strategies: [getAddress(EL.stETHStrategy)],
  };
  const other = { ...WITHDRAWAL, nonce: 4n };

  it("gives the withdrawals back word for word, each with its strategies' tokens, in one call", () => {
    expect(complete(WITHDRAWAL, other).map(decodedCall)).toEqual([
      {
        to: EL.delegationManager,
        value: 0n,
        functionName: "completeQueuedWithdrawals",
        args: [
          [struct, { ...struct, nonce: 4n }],
          [[getAddress(STETH_TOKEN)], [getAddress(STETH_TOKEN)]],
          [true, true],
        ],
      },
    ]);
  });

  it("takes them as shares where it is told so", () => {
    const [call] = encodeComplete({ ...BASE, withdrawals: [WITHDRAWAL], receiveAs: "shares" }).map(
      decodedCall,
    );
    expect(call?.args?.at(-1)).toEqual([false]);
  });

  it.each<[string, () => unknown, RegExp]>([
    ["none", () => complete(), /at least one withdrawal/],
    ["one twice", () => complete(WITHDRAWAL, WITHDRAWAL), /each once/],
    ["another's", () => complete({ ...WITHDRAWAL, staker: STRANGER }), /withdrawal.staker is 0x7777/],
    [
      "one that only another may take (WithdrawerNotCaller)",
      () => complete({ ...WITHDRAWAL, withdrawer: STRANGER }),
      /withdrawal.withdrawer/,
    ],
    [
      "one over a strategy that is not listed",
      () => complete({ ...WITHDRAWAL, strategies: [STRANGER] }),
      /strategy is 0x7777/,
    ],
    [
      "one with fewer amounts than strategies",
      () => complete({ ...WITHDRAWAL, scaledShares: [] }),
      /1 strategies and 0 amounts/,
    ],
    ["one over nothing", () => complete({ ...WITHDRAWAL, strategies: [], scaledShares: [] }), /0 strategies/],
  ])("refuses %s", (_name, encode, text) => {
    expect(encode).toThrow(text);
  });

  const at = (block: bigint) =>
    encodeComplete({
      ...BASE,
      withdrawals: [WITHDRAWAL],
      receiveAs: "tokens",
      at: { block: blockNumber(block), delayBlocks: 100n },
    });

  it("refuses one that is early when it is told the block, with the block from which it will pass", () => {
    expect(() => at(600n)).toThrow(/can be completed from block 601 on; block 600 is 1 block .* too early/);
    expect(() => at(501n)).toThrow(/block 501 is 100 blocks \(about 20/);
    expect(at(601n)).toHaveLength(1);
  });
});
