import { describe, expect, it } from "vitest";
import type { RecordedStep } from "./recordedStep.ts";
import { lentStEth, redemptionSteps } from "./redemptionSteps.ts";

const unit = 10n ** 12n;
const rig = {
  minWithdraw: 1n,
  maxWithdraw: 1_000n,
  treasurySplitBps: 0n,
  exitFeeBps: { ETH: 0n, stETH: 0n },
  lowWatermarkBps: { ETH: 100n, stETH: 0n },
};

type Redemption = { token?: "ETH" | "stETH"; redeemable?: bigint; amount?: bigint; reverted?: string };

/** A redemption out of a pool of 1,000 units, 900 of them at hand. */
function redemption({ token = "ETH", redeemable, amount = unit, reverted }: Redemption): RecordedStep {
  return {
    action: `RedemptionManager.redeemEEth -> ${token}`,
    args: { amount: String(amount) },
    before: {
      totalPooledEther: String(1_000n * unit),
      totalShares: "1",
      totalValueInLp: String(900n * unit),
    },
    after: {},
    ...(redeemable === undefined ? {} : { totalRedeemableAmountBefore: String(redeemable) }),
    ...(reverted === undefined ? { stETHDelta: String(amount) } : { reverted }),
  };
}

function bucketsOf(redemptions: readonly Redemption[]): (bigint | undefined)[] {
  const steps = redemptions.map(redemption);
  const known = redemptionSteps(steps, rig);
  return steps.map((step) => known.get(step)?.bucket);
}
const NO_LIMIT = 10n ** 30n;

describe("the bucket", () => {
  it.each<[string, Redemption[], (bigint | undefined)[]]>([
    ["limits nothing when liquidity does", [{ redeemable: 890n * unit }], [NO_LIMIT]],
    ["held what was redeemable when that is less", [{ redeemable: 5n * unit }], [5n * unit]],
    ["is not believed to have held parts of a unit", [{ redeemable: 5n * unit + 1n }], [NO_LIMIT]],
    [
      "is not believed to have held more than liquidity let through",
      [{ redeemable: 891n * unit }],
      [NO_LIMIT],
    ],
    ["may have refilled", [{ redeemable: 5n * unit }, { redeemable: 9n * unit }], [5n * unit, 9n * unit]],
    ["may have been made smaller", [{ redeemable: 5n * unit }, { redeemable: unit }], [5n * unit, unit]],
    ["counts when a redemption reverts, too", [{ redeemable: unit, reverted: "Any" }], [unit]],
    [
      "was empty when a small redemption was refused and no figure kept",
      [{ reverted: "ExceededRedeemable" }],
      [0n],
    ],
    [
      "is not known when the refusal has another reason",
      [{ reverted: "ExceededRedeemable", amount: 900n * unit }],
      [NO_LIMIT],
    ],
    ["is not known of a redemption that passed and kept no figure", [{}], [undefined]],
  ])("%s", (_what, redemptions, buckets) => {
    expect(bucketsOf(redemptions)).toEqual(buckets);
  });
});

describe("the stETH at hand", () => {
  it.each<[string, Redemption[], bigint]>([
    ["is none without a redemption into it", [{ redeemable: unit }], 0n],
    ["is what was redeemable", [{ token: "stETH", redeemable: 7n * unit }], 7n * unit],
    [
      "is what was redeemable later and had been paid before",
      [
        { token: "stETH", redeemable: 3n * unit, amount: 2n * unit },
        { token: "stETH", redeemable: 5n * unit },
      ],
      7n * unit,
    ],
    [
      "is whole units: an odd wei is left out, so that its figure is not found",
      [{ token: "stETH", redeemable: 7n * unit + 1n }],
      7n * unit,
    ],
  ])("%s", (_what, redemptions, wei) => {
    expect(lentStEth(redemptions.map(redemption), rig)).toBe(wei);
  });
});
