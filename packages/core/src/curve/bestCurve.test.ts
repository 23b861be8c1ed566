import { describe, expect, test } from "vitest";
import type { Address } from "../chain/types.ts";
import { curveOf } from "../testing/curves.ts";
import { CALM, snapshotOf } from "../testing/world.ts";
import type { AssetId, RouteId } from "../units/brands.ts";
import { rawAmount } from "../units/quantities.ts";
import { bestCurve } from "./bestCurve.ts";

const cheap = curveOf([[10n, 10n]], { pool: `0x${"01".repeat(20)}` as Address });
const deep = curveOf(
  [
    [10n, 9n],
    [100n, 85n],
  ],
  { pool: `0x${"02".repeat(20)}` as Address },
);
const twin = { ...deep, pool: `0x${"03".repeat(20)}` as Address };
const other = { ...deep, route: "curve" as RouteId };
const snapshot = { ...snapshotOf(CALM), curves: [twin, deep, cheap] };
const pair = { assetIn: "wstETH" as AssetId, assetOut: "WETH" as AssetId };

const cases: readonly { name: string; size: bigint; curves: typeof snapshot.curves; found: unknown }[] = [
  { name: "a small sale takes the pool that pays more", size: 10n, curves: snapshot.curves, found: cheap },
  {
    name: "a large sale takes the pool that is quoted for it",
    size: 90n,
    curves: snapshot.curves,
    found: deep,
  },
  {
    name: "a sale beyond every pool takes the one that pays most in all",
    size: 900n,
    curves: snapshot.curves,
    found: deep,
  },
  { name: "a tie goes to the first pool by name", size: 50n, curves: [twin, deep], found: deep },
  {
    name: "a tie goes to the first route by name before that",
    size: 50n,
    curves: [deep, other],
    found: other,
  },
  { name: "no route, no answer", size: 1n, curves: [], found: null },
  { name: "a route without quotes is no route", size: 1n, curves: [curveOf([])], found: null },
];

describe("bestCurve", () => {
  test.each(cases)("$name", ({ size, curves, found }) => {
    expect(bestCurve({ ...snapshot, curves }, { ...pair, size: rawAmount(size) })).toBe(found);
  });

  test("a route of another pair does not count", () => {
    expect(
      bestCurve(snapshot, { assetIn: "WETH" as AssetId, assetOut: "wstETH" as AssetId, size: rawAmount(1n) }),
    ).toBeNull();
  });
});
