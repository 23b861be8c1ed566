import { describe, expect, test } from "vitest";
import { assetId } from "../units/ids.ts";
import { rawAmount } from "../units/quantities.ts";
import { paysNothing } from "./paysNothing.ts";

const pay = (asset: string, payout: bigint) => ({
  asset: assetId(asset),
  promised: rawAmount(10n),
  payout: rawAmount(payout),
});

describe("whether a ticket pays nothing for good", () => {
  test.each([
    ["one that pays", { pays: [pay("ETH", 1n)] }, false],
    ["one that slashing left with nothing", { pays: [pay("stETH", 0n)] }, true],
    ["one of two assets is left", { pays: [pay("ETH", 0n), pay("stETH", 1n)] }, false],
    ["nothing is left of either", { pays: [pay("ETH", 0n), pay("stETH", 0n)] }, true],
    [
      "it still waits: only the end of its window says",
      { state: "waiting", pays: [pay("stETH", 0n)] },
      false,
    ],
    [
      "it is paused, too: that changes nothing",
      { stoppedBy: ["claims-paused"], pays: [pay("ETH", 0n)] },
      true,
    ],
    [
      "it was taken back and may be made valid again",
      { stoppedBy: ["invalidated"], pays: [pay("ETH", 0n)] },
      false,
    ],
  ] as const)("%s", (_, change, is) => {
    expect(paysNothing({ state: "claimable", stoppedBy: [], ...change })).toBe(is);
  });
});
