import { describe, expect, test } from "vitest";
import type { Address, Hash32 } from "../chain/types.ts";
import { entryOf, exitOf, planOf } from "../testing/plans.ts";
import { BLOCK, CALM, contextOf, eth, SAFE } from "../testing/world.ts";
import type { AssetId } from "../units/brands.ts";
import { checkOutcome, type Measured } from "./checkOutcome.ts";

const plan = planOf(contextOf(CALM), {
  actions: [
    exitOf({ position: "lido:wstETH", spend: "100", expected: "119.9", atLeast: "119.7" }),
    entryOf({ position: "etherfi:weETH", spend: "119.7", expected: "113.9", atLeast: "113.7" }),
  ],
});
const router = `0x${"40".repeat(20)}` as Address;

function change(asset: string, [before, after]: readonly [string, string]) {
  return { asset: asset as AssetId, before: eth(before), after: eth(after) };
}

const usual: Measured = {
  schema: "ballast/simulation/1",
  block: BLOCK,
  safeTxHash: `0x${"0f".repeat(32)}` as Hash32,
  method: "eth_simulateV1",
  approvedBy: [SAFE],
  conditional: false,
  success: true,
  revert: "",
  gasUsed: 500_000n,
  changes: [
    change("ETH", ["1", "1"]),
    change("WETH", ["100", "100.2"]),
    change("weETH", ["380", "493.9"]),
    change("wstETH", ["416", "316"]),
  ],
  allowances: [
    { asset: "WETH" as AssetId, spender: router, after: 0n },
    { asset: "wstETH" as AssetId, spender: router, after: 0n },
  ],
  configurationUnchanged: true,
};

function changed(asset: string, after: string): Measured {
  return {
    ...usual,
    changes: usual.changes.map((each) => (each.asset === asset ? { ...each, after: eth(after) } : each)),
  };
}

const cases: readonly { name: string; simulation: Measured; codes: readonly string[] }[] = [
  { name: "what was planned", simulation: usual, codes: [] },
  { name: "exactly the minimum", simulation: changed("weETH", "493.7"), codes: [] },
  {
    name: "one wei less than the minimum",
    simulation: changed("weETH", "493.699999999999999999"),
    codes: ["balance-below-plan"],
  },
  { name: "much more than the quote", simulation: changed("weETH", "500"), codes: ["balance-above-plan"] },
  {
    name: "one wei more spent",
    simulation: changed("wstETH", "315.999999999999999999"),
    codes: ["balance-below-plan"],
  },
  {
    name: "one wei less spent",
    simulation: changed("wstETH", "316.000000000000000001"),
    codes: ["balance-above-plan"],
  },
  {
    name: "an asset that the plan does not name",
    simulation: changed("ETH", "0.999999999999999999"),
    codes: ["balance-not-planned"],
  },
  {
    name: "an asset that came from nowhere",
    simulation: { ...usual, changes: [...usual.changes, change("rETH", ["0", "5"])] },
    codes: ["balance-not-planned"],
  },
  {
    name: "a planned asset that was not measured",
    simulation: { ...usual, changes: usual.changes.slice(0, 3) },
    codes: ["balance-not-measured"],
  },
  {
    name: "an allowance that is left",
    simulation: {
      ...usual,
      allowances: usual.allowances.map((each, index) => ({ ...each, after: index === 0 ? 1n : 0n })),
    },
    codes: ["allowance-left"],
  },
  {
    name: "an allowance that nobody looked at",
    simulation: { ...usual, allowances: usual.allowances.slice(1) },
    codes: ["allowance-not-measured"],
  },
  {
    name: "another owner, guard or module",
    simulation: { ...usual, configurationUnchanged: false },
    codes: ["configuration-changed"],
  },
  {
    name: "a revert, which moved nothing",
    simulation: { ...usual, success: false, revert: "Too little received" },
    codes: ["reverted"],
  },
  { name: "a revert without a reason", simulation: { ...usual, success: false }, codes: ["reverted"] },
  {
    name: "everything at once",
    simulation: { ...usual, changes: [], allowances: [], configurationUnchanged: false },
    codes: [
      "balance-not-measured",
      "balance-not-measured",
      "balance-not-measured",
      "allowance-not-measured",
      "allowance-not-measured",
      "configuration-changed",
    ],
  },
];

describe("checkOutcome", () => {
  test.each(cases)("finds in $name: $codes", ({ simulation, codes }) => {
    expect(checkOutcome({ plan, simulation }).map((each) => each.code)).toEqual(codes);
  });

  test("it says what changed and what was planned", () => {
    const [found] = checkOutcome({ plan, simulation: changed("wstETH", "315") });
    expect(found?.detail).toBe(`wstETH changed by -${eth("101")}, planned -${eth("100")} to -${eth("100")}`);
  });

  test("it tells a revert by its reason", () => {
    const simulation = { ...usual, success: false, revert: "Too little received" };
    expect(checkOutcome({ plan, simulation })[0]?.detail).toBe("Too little received");
  });
});
