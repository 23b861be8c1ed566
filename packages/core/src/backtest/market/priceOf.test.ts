import { describe, expect, test } from "vitest";
import type { AssetId, Wad } from "../../units/brands.ts";
import type { TapeFact } from "../tape/tape.ts";
import { applyFact, emptyMarket } from "./market.ts";
import { priceOf } from "./priceOf.ts";

const asset = "wstETH" as AssetId;
const rate = (value: bigint): TapeFact => ({ kind: "rate", asset, rate: value as Wad });
const price = (value: bigint): TapeFact => ({ kind: "price", asset, price: value as Wad });
const peg = (value: bigint): TapeFact => ({ kind: "peg", asset, peg: value as Wad });

describe("the price of an asset", () => {
  test.each([
    ["is not known when nothing was told", [], null],
    ["is its rate when no more was told", [rate(12n)], 12n],
    ["is what was told", [rate(12n), price(11n)], 11n],
    ["is the rate times the peg, rounded down", [rate(15n), peg(9n * 10n ** 17n)], 13n],
    ["follows the rate of the time", [peg(5n * 10n ** 17n), rate(10n), rate(20n)], 10n],
    ["is a price told after a peg", [rate(10n), peg(5n * 10n ** 17n), price(9n)], 9n],
    ["is a peg told after a price", [rate(10n), price(9n), peg(5n * 10n ** 17n)], 5n],
    ["is not known by a peg alone", [peg(5n * 10n ** 17n)], null],
  ] as const)("%s", (_, facts, expected) => {
    const market = emptyMarket();
    for (const fact of facts) applyFact(market, fact);
    expect(priceOf(market, asset)).toBe(expected);
  });
});
