import {
  type AssetAmount,
  assetId,
  positionId,
  type RequestOrder,
  rawAmount,
  type WithdrawalRequest,
} from "@ballast/core";
import { describe, expect, it } from "vitest";
import { ActionRefused } from "../../ActionRefused.ts";
import { ETH } from "../../testing/devnetView.ts";
import { ACCOUNT } from "../../testing/fakeReader.ts";
import { EXIT } from "../../testing/sampleAction.ts";
import { words } from "../../testing/word.ts";
import { encodeQueue } from "./calls/encodeQueue.ts";
import { encodeUndelegate } from "./calls/encodeUndelegate.ts";
import { EIGENLAYER_ID } from "./contracts.ts";
import { encode } from "./encode.ts";
import { encodeRequest } from "./encodeRequest.ts";
import { EL, EL_DEPLOYMENT, OPERATOR, OTHER_OPERATOR } from "./testing/eigenlayerDeployment.ts";
import { type Change, returned } from "./testing/eigenlayerView.ts";
import { readEigenlayer } from "./testing/readEigenlayer.ts";

const BASE = { account: ACCOUNT, deployment: EL_DEPLOYMENT };
const amount = (id: string, value: bigint): AssetAmount => ({ asset: assetId(id), amount: rawAmount(value) });
const QUEUE: RequestOrder = {
  kind: "eigenlayer-queue",
  strategy: EL.stETHStrategy,
  depositShares: 100n * ETH,
};
const LEAVE: RequestOrder = { kind: "eigenlayer-undelegate", operator: OPERATOR };

const requestOf = (change: Partial<WithdrawalRequest> = {}): WithdrawalRequest => ({
  position: positionId(`eigenlayer:stETH@${OPERATOR}`),
  venue: EIGENLAYER_ID,
  spend: amount("EL-stETH", 90n * ETH),
  expected: amount("stETH", 99n * ETH),
  delay: null,
  order: QUEUE,
  limitedBy: "band",
  ...change,
});
const encodeOf = (change: Partial<WithdrawalRequest>) =>
  encodeRequest({ ...BASE, request: requestOf(change) });

describe("a request to EigenLayer", () => {
  it("queues the deposit shares of its order", () => {
    const withdrawals = [{ strategy: EL.stETHStrategy, depositShares: 100n * ETH }];
    expect(encodeOf({})).toEqual(encodeQueue({ ...BASE, withdrawals }));
  });

  it("leaves the operator, in one call that names no amount", () => {
    expect(encodeOf({ order: LEAVE })).toEqual(encodeUndelegate(BASE));
  });

  it("queues without an operator too", () => {
    expect(encodeOf({ position: positionId("eigenlayer:stETH") })).toHaveLength(1);
  });

  it("spends no token, so approves nothing", () => {
    for (const order of [QUEUE, LEAVE])
      expect(encodeOf({ order }).map(({ to }) => to)).toEqual([EL.delegationManager]);
  });

  it.each<[string, Partial<WithdrawalRequest>, RegExp]>([
    ["another venue's order", { order: { kind: "lido-queue", amounts: [] } }, /order.kind is lido-queue/],
    [
      "a position of another form",
      { position: positionId(`eigenlayer:rETH@${OPERATOR}`) },
      /position is eigenlayer:rETH/,
    ],
    ["another venue's position", { position: positionId("lido:stETH") }, /position is lido:stETH/],
    [
      "another strategy",
      { order: { ...QUEUE, kind: "eigenlayer-queue", strategy: EL.strategyManager, depositShares: 1n } },
      /order.strategy/,
    ],
    ["an amount in tokens instead of shares", { spend: amount("stETH", 1n) }, /counted in EL-stETH/],
    ["an exit into another token", { expected: amount("WETH", 1n) }, /the queue pays stETH/],
    [
      "no shares at all",
      { order: { kind: "eigenlayer-queue", strategy: EL.stETHStrategy, depositShares: 0n } },
      /depositShares is 0/,
    ],
    [
      "leaving another operator than the position's",
      { order: { ...LEAVE, kind: "eigenlayer-undelegate", operator: OTHER_OPERATOR } },
      /the position's operator/,
    ],
    ["leaving nobody", { position: positionId("eigenlayer:stETH"), order: LEAVE }, /NotActivelyDelegated/],
  ])("is refused for %s", (_name, change, text) => {
    expect(() => encodeOf(change)).toThrow(ActionRefused);
    expect(() => encodeOf(change)).toThrow(text);
  });

  it("does not trade shares on a market", () => {
    expect(() => encode({ ...BASE, action: EXIT })).toThrow(/not traded; leave by a withdrawal request/);
  });
});

describe("between proposal and execution", () => {
  const residue: readonly (readonly [string, Change])[] = [
    ["stETH rebased up by a wei", ["stETH", "balanceOf(address)", words(1_100n * ETH + 1n)]],
    ["stETH rebased down by two wei", ["stETH", "balanceOf(address)", words(1_100n * ETH - 2n)]],
    [
      "the operator was slashed",
      [
        "delegationManager",
        "getWithdrawableShares(address,address[])",
        returned("getWithdrawableShares", [[45n * ETH], [100n * ETH]]),
      ],
    ],
    ["the share price moved", ["stETHStrategy", "sharesToUnderlyingView(uint256)", words(ETH + 1n)]],
  ];

  it.each(residue)("the bytes of an exit of everything are the same when %s", async (_name, change) => {
    const [calm, moved] = await Promise.all([readEigenlayer(), readEigenlayer({ changes: [change] })]);
    const bytes = [calm, moved].map(({ reading }) => {
      const [exit] = reading.accounts[0]?.exits ?? [];
      if (exit?.terms.kind !== "eigenlayer-queue") throw new Error("no exit was read");
      const { strategy, depositShares } = exit.terms;
      return encodeOf({ order: { kind: "eigenlayer-queue", strategy, depositShares } });
    });
    expect(bytes[1]).toEqual(bytes[0]);
  });
});
