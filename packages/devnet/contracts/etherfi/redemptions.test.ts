import { maxUint256 } from "viem";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { etherToken } from "../../src/testing/deployEtherfi.ts";
import { etherfiWorld } from "../../src/testing/etherfiWorld.ts";
import { refusals } from "../../src/testing/refusals.ts";
import { revertOf } from "../../src/testing/revertOf.ts";

const world = await etherfiWorld();
const { empty, at, call, view, advance, ether, redeem } = world;
const { holder } = world.accounts;

beforeEach(world.restart);
afterAll(world.empty.stop);
const refuses = refusals(world.empty);

describe("a redemption", () => {
  refuses([
    ["of more than is held", () => [], () => redeem(90n * ether), "InsufficientBalance"],
    ["of more than the bucket holds", () => [], () => redeem(20n * ether + 1n), "ExceededRedeemable"],
    [
      "of more than lies above the watermark",
      () => [call(at.liquidityPool, { fn: "fundValidators", args: [1_085n * ether] })],
      () => redeem(5n * ether),
      "ExceededRedeemable",
    ],
    ["of more stETH than there is", () => [], () => redeem(6n * ether, at.stETH), "ExceededRedeemable"],
    ["into another token", () => [], () => redeem(ether, at.weETH), "ExceededRedeemable"],
    [
      "at a price that is too high",
      () => [call(at.feed, { fn: "transmit", args: [1_010_000_000_000_000_001n] })],
      () => redeem(ether, at.stETH),
      "InvalidStEthPrice",
    ],
    [
      "at a price of nothing",
      () => [call(at.feed, { fn: "transmit", args: [0n] })],
      () => redeem(ether, at.stETH),
      "InvalidPriceFeed",
    ],
    [
      "to a contract that takes no ether",
      () => [],
      () =>
        call(at.redemptionManager, { from: holder, fn: "redeemEEth", args: [ether, at.eETH, etherToken] }),
      "TransferFailed",
    ],
    [
      "with a fee above its bound",
      () => [],
      () => call(at.redemptionManager, { fn: "setExitFeeBasisPoints", args: [10_001, etherToken] }),
      "ExceedsMaxExitFee",
    ],
    [
      "with an immense bucket",
      () => [],
      () => call(at.redemptionManager, { fn: "setCapacity", args: [maxUint256, etherToken] }),
      "AmountTooLarge",
    ],
  ]);

  test("at a stale price does not pay stETH and still pays ether", async () => {
    await advance(86_400 + 3_601);
    expect(await revertOf(empty.chain, redeem(ether, at.stETH))).toBe("StalePriceFeed");
    expect(await revertOf(empty.chain, redeem(ether))).toBeUndefined();
  });

  test("empties the bucket, which fills again by the second up to its size", async () => {
    await empty.run([redeem(20n * ether)]);
    await advance(250);
    expect(await view(at.redemptionManager, ["totalRedeemableAmount", etherToken])).toBe(
      (ether * 250n) / 1_000n,
    );
    await empty.run([
      call(at.redemptionManager, { fn: "setRefillRatePerSecond", args: [ether, etherToken] }),
    ]);
    await advance(3);
    const units = (ether * 251n) / 1_000n + 3n * ether;
    expect(await view(at.redemptionManager, ["totalRedeemableAmount", etherToken])).toBe(units);
    await empty.run([call(at.redemptionManager, { fn: "setCapacity", args: [2n * ether, etherToken] })]);
    await advance(1_000);
    expect(await view(at.redemptionManager, ["totalRedeemableAmount", etherToken])).toBe(2n * ether);
  });

  test("is 0 when liquidity is below the watermark", async () => {
    await empty.run([call(at.liquidityPool, { fn: "fundValidators", args: [1_095n * ether] })]);
    expect(await view(at.redemptionManager, ["totalRedeemableAmount", etherToken])).toBe(0n);
  });
});
