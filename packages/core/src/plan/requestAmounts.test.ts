import { describe, expect, test } from "vitest";
import { queueExitOf } from "../testing/withdrawals.ts";
import { eth } from "../testing/world.ts";
import { exitPaysDown } from "../ticket/exitPaysDown.ts";
import { transferRounding } from "../ticket/transferRounding.ts";
import type { AssetId, Bps } from "../units/brands.ts";
import { rawAmount } from "../units/quantities.ts";
import { requestAmounts } from "./requestAmounts.ts";

const raw = (text: string) => rawAmount(eth(text));

describe("requestAmounts", () => {
  test.each([
    ["one where it fits", "100", "1000", 1],
    ["one at 99 % of the largest", "942.857", "1000", 1],
    ["two a little above, since the rate may grow while owners sign", "943", "1000", 2],
    ["eleven for ten times the largest", "10000", "1000", 11],
  ])("%s", (_, amount, largest, count) => {
    const split = requestAmounts(queueExitOf({ largest: raw(largest) }), raw(amount));
    expect(split.length).toBe(count);
    expect(split.reduce((sum, each) => sum + each, 0n)).toBe(raw(amount));
    const [most = 0n, least = 0n] = [split[0], split.at(-1)];
    expect(most - least <= 1n).toBe(true);
  });

  test.each([
    ["nothing", "0", {}],
    ["the smallest without its margin", "1", { smallest: raw("1.05") }],
    [
      "any part where the smallest is as large as the largest",
      "1.5",
      { smallest: raw("1"), largest: raw("1") },
    ],
    ["a largest of nothing", "1", { smallest: raw("0"), largest: raw("0") }],
  ])("none for %s", (_, amount, limits) => {
    expect(requestAmounts(queueExitOf(limits), raw(amount))).toEqual([]);
  });

  test("a limit that is tiny beside the holding makes no more parts than a block has gas for", () => {
    const split = requestAmounts(
      queueExitOf({ smallest: rawAmount(0n), largest: rawAmount(1_000n) }),
      raw("1000000"),
    );
    expect(split.length).toBe(500);
  });
});

describe("exitPaysDown", () => {
  test.each([
    ["1.05 for one, whole", "1", 0n, eth("1.05")],
    ["less a fee of 0.3 %", "1", 30n, eth("1.04685")],
    ["nothing at a fee of all", "1", 10_000n, 0n],
  ])("%s", (_, amount, fee, paid) => {
    expect(exitPaysDown(queueExitOf({ fee: fee as Bps }), raw(amount))).toBe(paid);
  });

  test("rounds down before the fee and after", () => {
    expect(exitPaysDown(queueExitOf({ fee: 1n as Bps }), rawAmount(3n))).toBe(2n);
    expect(exitPaysDown(queueExitOf(), rawAmount(3n))).toBe(3n);
  });
});

describe("transferRounding", () => {
  test.each([
    ["stETH", 2n],
    ["ETH", 0n],
    ["wstETH", 0n],
  ])("%s may be off by %i wei", (asset, wei) => {
    expect(transferRounding(asset as AssetId)).toBe(wei);
  });
});
