import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outputAtDown } from "../curve/outputAtDown.ts";
import { eth, poolCurves, WEETH } from "../testing/world.ts";
import { rawAmount, wad } from "../units/quantities.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { piecesOf } from "./pieces.ts";

const [sale] = poolCurves(WEETH);
const rateIn = wad(eth(WEETH.rate));
const total = eth("1000");

function pieces(most: bigint) {
  if (sale === undefined) throw new Error("no curve");
  const route = { name: "s0", curve: sale, rateIn, rateOut: WAD_ONE, total, liquidAfter: null };
  return { curve: sale, found: piecesOf({ ...route, most: rawAmount(most) }) };
}

describe("pieces of a route", () => {
  test("there are none of nothing", () => {
    expect(pieces(0n).found).toEqual([]);
  });

  test("end at each quote and at the most", () => {
    const { found } = pieces((eth("3") * WAD_ONE) / rateIn);
    expect(found.map(({ column }) => column)).toEqual(["s0_0", "s0_1", "s0_2"]);
    expect(found.map(({ width }) => Math.round(Number(width) / 1e9))).toEqual([1e6, 1e6, 1e6]);
  });

  test("pay together what the route quotes, never more, at prices that only fall", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: eth("900") }), (most) => {
        const { curve, found } = pieces(most);
        const money = found.reduce(
          (sum, { width, quoted }) => sum + (width * quoted * total) / WAD_ONE ** 2n,
          0n,
        );
        const paid = outputAtDown(curve, rawAmount(most)) ?? 0n;
        expect(money <= paid && paid - money < 10_000n).toBe(true);
        expect(found.every(({ quoted }, index) => quoted <= (found[index - 1]?.quoted ?? quoted))).toBe(true);
        expect(found.every(({ quoted, guaranteed }) => guaranteed === (quoted * 9_980n) / 10_000n)).toBe(
          true,
        );
      }),
    );
  });

  test("count for liquidity what the worst piece before them did", () => {
    const { curve } = pieces(1n);
    const after = [100n, 90n, 40n, 39n].map((value) => eth(`${value}`));
    const ends = [0n, ...curve.points.slice(0, 3).map((point) => point.amountIn)];
    const found = piecesOf({
      name: "s0",
      curve,
      rateIn,
      rateOut: WAD_ONE,
      total,
      most: rawAmount(ends[3] ?? 0n),
      liquidAfter: (amountIn) => after[ends.indexOf(amountIn)] ?? eth("0"),
    });
    const liquid = found.map((piece) => Math.round(Number(piece.liquid) / 1e18));
    expect(liquid).toEqual([-10, -50, -50]);
  });
});
