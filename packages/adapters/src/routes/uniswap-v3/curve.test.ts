import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PinnedResult } from "../../chain/pinnedReader.ts";
import { addressOf, DEVNET, devnetView, ETH, UNISWAP } from "../../testing/devnetView.ts";
import { readerOf } from "../../testing/fakeReader.ts";
import { words } from "../../testing/word.ts";
import { curveOf } from "./curve.ts";
import { directions } from "./directions.ts";
import { uniswapV3 } from "./index.ts";
import { LADDER } from "./ladder.ts";

const [DIRECTION] = directions(DEVNET);
const quoter = addressOf("quoter");
const MIDDLE = 2n ** 96n;
const MIN_END = 4_295_128_740n;
const MAX_END = 1_461_446_703_485_210_103_287_273_052_203_988_822_378_723_970_341n;

const quoted = (amountOut: bigint, priceAfter = MIDDLE): PinnedResult => ({
  ok: true,
  data: words(amountOut, priceAfter, 1n, 95_000n),
});
const reverted: PinnedResult = {
  ok: false,
  reverted: "0x",
  missing: { subject: "x", code: "revert", retry: false, detail: "reverted" },
};
const unread: PinnedResult = {
  ok: false,
  reverted: null,
  missing: { subject: "x", code: "rpc", retry: true, detail: "down" },
};
const rising = LADDER.map((units) => quoted(units * ETH - 1n));

function curve(results: readonly PinnedResult[]) {
  if (DIRECTION === undefined) throw new Error("the devnet has no pools");
  return curveOf(DIRECTION, { results, quoter });
}

const withAt = (index: number, result: PinnedResult) => rising.toSpliced(index, 1, result);
const sizes = (read: ReturnType<typeof curve>) =>
  read.ok ? read.curve.points.map(({ amountIn }) => amountIn / ETH) : read.missing;

describe("a curve", () => {
  it("has one point for every size of the ladder", () => {
    const read = curve(rising);
    expect(sizes(read)).toEqual(LADDER);
    expect(read).toMatchObject({
      ok: true,
      curve: { route: UNISWAP, fee: 100n, assetIn: "WETH", assetOut: "wstETH", source: { contract: quoter } },
    });
  });

  it.each([
    ["the quoter reverts", reverted],
    ["nothing comes out", quoted(0n)],
    ["the price runs to its lower end: liquidity is used up", quoted(300n * ETH, MIN_END)],
    ["the price runs to its upper end", quoted(300n * ETH, MAX_END)],
  ])("ends before the size at which %s", (_name, result) => {
    expect(sizes(curve(withAt(7, result)))).toEqual(LADDER.slice(0, 7));
  });

  it("is missing when not even the smallest size can be traded", () => {
    expect(curve(withAt(0, reverted))).toMatchObject({
      ok: false,
      missing: { subject: "route:uniswap-v3:WETH>wstETH", code: "revert" },
    });
  });

  it.each<[string, PinnedResult, string, boolean]>([
    ["was not run", unread, "rpc", true],
    ["is empty", { ok: true, data: "0x" }, "empty", false],
    ["is too short", { ok: true, data: words(1n, 2n, 3n) }, "short-data", false],
  ])(
    "is missing as a whole when one quote %s: a gap would look like a shallow pool",
    (_name, result, code, retry) => {
      expect(curve(withAt(9, result))).toMatchObject({ ok: false, missing: { code, retry } });
    },
  );

  it("is missing when a larger sale pays less", () => {
    expect(curve(withAt(5, quoted(1n)))).toMatchObject({ ok: false, missing: { code: "unexpected" } });
  });

  it("always ascends in size and never falls in output", () => {
    const result = fc.oneof(
      fc.bigInt(0n, 10n ** 24n).map((out) => quoted(out)),
      fc.constantFrom(reverted, unread, quoted(5n, MIN_END)),
    );
    fc.assert(
      fc.property(fc.array(result, { minLength: LADDER.length, maxLength: LADDER.length }), (results) => {
        const read = curve(results);
        if (!read.ok) return;
        const { points } = read.curve;
        expect(points.length).toBeGreaterThan(0);
        for (const [index, point] of points.slice(1).entries()) {
          expect(point.amountIn > (points[index]?.amountIn ?? 0n)).toBe(true);
          expect(point.amountOut >= (points[index]?.amountOut ?? 0n)).toBe(true);
        }
      }),
    );
  });
});

describe("Uniswap v3's curves", () => {
  it("cover every pool in both directions", async () => {
    const { curves, missing } = await uniswapV3.readCurves({
      reader: readerOf(devnetView()),
      deployment: DEVNET,
    });
    expect(curves.map(({ assetIn, assetOut, fee }) => `${assetIn}>${assetOut} ${fee}`)).toEqual([
      "WETH>wstETH 100",
      "wstETH>WETH 100",
      "WETH>weETH 500",
      "weETH>WETH 500",
    ]);
    expect(missing).toEqual([]);
  });

  it("ask the quoter for the pool's own pair, fee and size, at no price limit", async () => {
    const asked: (readonly bigint[])[] = [];
    const view = devnetView([
      "quoter",
      "quoteExactInputSingle((address,address,uint256,uint24,uint160))",
      (args) => {
        asked.push(args);
        return words(args[2] ?? 0n, MIDDLE, 1n, 95_000n);
      },
    ]);
    await uniswapV3.readCurves({ reader: readerOf(view), deployment: DEVNET });
    expect(asked).toHaveLength(40);
    const first = [addressOf("WETH"), addressOf("wstETH")].map(BigInt);
    expect(asked[0]).toEqual([...first, ETH, 100n, 0n]);
    expect(asked[39]?.slice(2)).toEqual([1000n * ETH, 500n, 0n]);
  });

  it("are none where the deployment has no Uniswap", async () => {
    const deployment = { ...DEVNET, routes: {} };
    const read = await uniswapV3.readCurves({ reader: readerOf(devnetView()), deployment });
    expect(read).toEqual({ curves: [], missing: [] });
    expect([uniswapV3.pairs(deployment), uniswapV3.contracts(deployment)]).toEqual([[], []]);
  });
});
