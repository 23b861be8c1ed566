import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { etherfiWorld } from "../../src/testing/etherfiWorld.ts";
import { refusals } from "../../src/testing/refusals.ts";
import { revertOf } from "../../src/testing/revertOf.ts";

const world = await etherfiWorld();
const { empty, at, call, ether, request, claim, redeem, finalise } = world;
const { holder, stranger } = world.accounts;

beforeEach(world.restart);
afterAll(world.empty.stop);
const refuses = refusals(world.empty);

describe("a time-boxed pause holds to its last second and no longer", () => {
  test.each([
    ["eETH", () => call(at.eETH, { from: holder, fn: "transfer", args: [stranger, 10n] })],
    ["weETH", () => call(at.weETH, { from: holder, fn: "unwrap", args: [10n] })],
    ["liquidityPool", () => call(at.liquidityPool, { from: holder, fn: "deposit", value: ether })],
    ["liquidityPool", () => request()],
    ["withdrawRequestNFT", () => request()],
    ["redemptionManager", () => redeem(ether)],
    ["adapter", () => world.requestByAdapter(ether)],
  ] as const)("of %s", async (paused, blocked) => {
    const { timestamp } = await empty.chain.reader.getBlock();
    await empty.run([call(at[paused], { fn: "pauseUntil", args: [timestamp + 100n] })]);
    expect(await revertOf(empty.chain, blocked())).toBe(`ContractPausedUntil(${timestamp + 100n})`);
    await expect(empty.run([blocked()], 99)).rejects.toThrow("it reverted");
    await empty.run([blocked()]);
    await empty.run([call(at[paused], { fn: "pause" })]);
    expect(await revertOf(empty.chain, blocked())).toBe("ContractPaused");
    await empty.run([call(at[paused], { fn: "unpause" })]);
    expect(await revertOf(empty.chain, blocked())).toBeUndefined();
  });
});

describe("a pause", () => {
  refuses([
    [
      "is not begun twice",
      () => [call(at.eETH, { fn: "pause" })],
      () => call(at.eETH, { fn: "pause" }),
      "AlreadyPaused",
    ],
    ["that is not there cannot end", () => [], () => call(at.eETH, { fn: "unpause" }), "NotPaused"],
    [
      "in time that is over cannot end",
      () => [],
      () => call(at.eETH, { fn: "unpauseUntil" }),
      "ContractNotPausedUntil",
    ],
    ["is the operator's", () => [], () => call(at.eETH, { from: holder, fn: "pause" }), "NotOperator"],
  ]);

  test("ends early by the operator's hand", async () => {
    const { timestamp } = await empty.chain.reader.getBlock();
    await empty.run([call(at.eETH, { fn: "pauseUntil", args: [timestamp + 1_000n] })]);
    await empty.run([call(at.eETH, { fn: "unpauseUntil" })]);
    expect(await revertOf(empty.chain, request())).toBeUndefined();
  });

  test("of the pool and of the requests does not stop a claim, one of eETH does", async () => {
    await empty.run([request(), ...finalise(1n, ether)]);
    await empty.run([call(at.liquidityPool, { fn: "pause" }), call(at.withdrawRequestNFT, { fn: "pause" })]);
    expect(await revertOf(empty.chain, claim(1n))).toBeUndefined();
    await empty.run([call(at.eETH, { fn: "pause" })]);
    expect(await revertOf(empty.chain, claim(1n))).toBe("ContractPaused");
  });
});
