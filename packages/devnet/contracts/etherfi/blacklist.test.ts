import { zeroAddress } from "viem";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { etherToken } from "../../src/testing/deployEtherfi.ts";
import { etherfiWorld } from "../../src/testing/etherfiWorld.ts";
import { refusals } from "../../src/testing/refusals.ts";
import { revertOf } from "../../src/testing/revertOf.ts";

const world = await etherfiWorld();
const { empty, at, call, advance, ether, request, claim, redeem, finalise } = world;
const { whale, holder, stranger } = world.accounts;

beforeEach(world.restart);
afterAll(world.empty.stop);
const refuses = refusals(world.empty);

describe("a blacklisted account", () => {
  const banned = () => [call(at.blacklister, { fn: "blacklistUser", args: [holder] })];
  refuses([
    [
      "does not deposit",
      banned,
      () => call(at.liquidityPool, { from: holder, fn: "deposit", value: ether }),
      "BlacklistedUser",
    ],
    ["does not request", banned, () => request(), "BlacklistedUser"],
    [
      "is not requested for",
      banned,
      () => call(at.liquidityPool, { from: whale, fn: "requestWithdraw", args: [holder, ether] }),
      "BlacklistedUser",
    ],
    ["does not redeem", banned, () => redeem(ether), "BlacklistedUser"],
    [
      "is not redeemed to",
      banned,
      () => call(at.redemptionManager, { from: whale, fn: "redeemEEth", args: [ether, holder, etherToken] }),
      "BlacklistedUser",
    ],
    [
      "does not wrap",
      banned,
      () => call(at.weETH, { from: holder, fn: "wrap", args: [ether] }),
      "BlacklistedUser",
    ],
    [
      "does not unwrap",
      banned,
      () => call(at.weETH, { from: holder, fn: "unwrap", args: [ether] }),
      "BlacklistedUser",
    ],
    [
      "is sent no eETH",
      banned,
      () => call(at.eETH, { from: whale, fn: "transfer", args: [holder, ether] }),
      "BlacklistedUser",
    ],
    [
      "is paid no claim, whoever calls",
      () => [request(), ...finalise(1n, ether), ...banned()],
      () => claim(1n, stranger),
      "BlacklistedUser",
    ],
    [
      "is for three days by a guardian, not twice",
      () => [call(at.blacklister, { fn: "blacklistUserUntil", args: [holder] })],
      () => call(at.blacklister, { fn: "blacklistUserUntil", args: [holder] }),
      "UserAlreadyBlacklisted",
    ],
    [
      "is an account",
      () => [],
      () => call(at.blacklister, { fn: "blacklistUser", args: [zeroAddress] }),
      "InvalidUser",
    ],
  ]);

  test("is free again after a guardian's three days, or by the multisig", async () => {
    await empty.run([call(at.blacklister, { fn: "blacklistUserUntil", args: [holder] })]);
    await advance(3 * 86_400);
    expect(await revertOf(empty.chain, request())).toBeUndefined();
    await empty.run(banned());
    await empty.run([call(at.blacklister, { fn: "unblacklistUser", args: [holder] })]);
    expect(await revertOf(empty.chain, request())).toBeUndefined();
  });
});
