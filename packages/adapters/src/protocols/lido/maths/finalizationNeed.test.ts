import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryTotals } from "../testing/arbitraryTotals.ts";
import { claimableEtherDown } from "./claimableEtherDown.ts";
import { finalizationNeed } from "./finalizationNeed.ts";
import { E27, poolShareRateDown } from "./shareRate.ts";
import { stEthRequestDown } from "./withdrawalRequest.ts";

/** Recorded from Lido's contracts: two requests of 100 and 1,000 stETH, finalised after a loss. */
const HUNDRED = { amountOfStETH: 100n * 10n ** 18n, amountOfShares: 80_911_294_372_552_031_179n };
const THOUSAND = { amountOfStETH: 1_000n * 10n ** 18n, amountOfShares: 809_112_943_725_520_311_794n };
const AFTER_LOSS = 1_212_414_172_344_254_406_095_150_808n;

describe("finalizationNeed", () => {
  it.each([
    {
      what: "after a loss locks by shares, as recorded",
      batches: [[HUNDRED, THOUSAND]],
      maxShareRate: AFTER_LOSS,
      need: { ethToLockDown: 1_079_077_999_999_999_999_998n, sharesToBurn: 890_024_238_098_072_342_973n },
    },
    {
      what: "after a gain locks what was asked",
      batches: [[HUNDRED], [THOUSAND]],
      maxShareRate: 2n * E27,
      need: { ethToLockDown: 1_100n * 10n ** 18n, sharesToBurn: 890_024_238_098_072_342_973n },
    },
    {
      what: "judges a batch by its average, not request by request",
      batches: [
        [
          { amountOfStETH: 300n, amountOfShares: 100n },
          { amountOfStETH: 100n, amountOfShares: 100n },
        ],
      ],
      maxShareRate: 2n * E27,
      need: { ethToLockDown: 400n, sharesToBurn: 200n },
    },
    {
      what: "judges each batch by itself",
      batches: [
        [{ amountOfStETH: 300n, amountOfShares: 100n }],
        [{ amountOfStETH: 100n, amountOfShares: 100n }],
      ],
      maxShareRate: 2n * E27,
      need: { ethToLockDown: 300n, sharesToBurn: 200n },
    },
    {
      what: "of nothing is nothing",
      batches: [],
      maxShareRate: E27,
      need: { ethToLockDown: 0n, sharesToBurn: 0n },
    },
  ])("$what", ({ batches, maxShareRate, need }) => {
    expect(finalizationNeed(batches, maxShareRate)).toEqual(need);
  });

  it("covers every claim of a batch made at one rate, and leaves less than a wei a request", () => {
    const amounts = fc.array(fc.bigInt({ min: 100n, max: 10n ** 21n }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, arbitraryTotals, arbitraryTotals, (asked, then, now) => {
        const batch = asked.map((amount) => stEthRequestDown(amount, then));
        const rate = poolShareRateDown(now);
        const isAbove = (request: (typeof batch)[number]) =>
          claimableEtherDown(request, rate) < request.amountOfStETH;
        // Requests of one report lie on one side of the line, but for the last wei of their own rounding.
        fc.pre(batch.every(isAbove) || !batch.some(isAbove));
        const claims = batch.reduce((sum, request) => sum + claimableEtherDown(request, rate), 0n);
        const dust = finalizationNeed([batch], rate).ethToLockDown - claims;
        expect(dust >= 0n && dust < BigInt(batch.length)).toBe(true);
      }),
    );
  });
});
