import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryTotals } from "../testing/arbitraryTotals.ts";
import { claimableEtherDown } from "./claimableEtherDown.ts";
import { E27, poolShareRateDown, requestShareRateDown } from "./shareRate.ts";
import { stEthRequestDown } from "./withdrawalRequest.ts";

const amounts = fc.bigInt({ min: 100n, max: 1_000n * 10n ** 18n });
/** Recorded from Lido's contracts after a loss. */
const AFTER_LOSS = 1_212_414_172_344_254_406_095_150_808n;
const HUNDRED = { amountOfStETH: 100n * 10n ** 18n, amountOfShares: 80_911_294_372_552_031_179n };

describe("claimableEtherDown", () => {
  it.each([
    { what: "a later gain adds nothing", maxShareRate: 2n * E27, pays: HUNDRED.amountOfStETH },
    { what: "a loss is borne, by shares", maxShareRate: AFTER_LOSS, pays: 98_097_999_999_999_999_999n },
    {
      what: "its own rate pays in full",
      maxShareRate: requestShareRateDown(HUNDRED),
      pays: HUNDRED.amountOfStETH,
    },
    {
      what: "a rate below its own by the last digit pays by shares",
      maxShareRate: requestShareRateDown(HUNDRED) - 1n,
      pays: 99_999_999_999_999_999_999n,
    },
    { what: "no rate pays nothing", maxShareRate: 0n, pays: 0n },
  ])("$what", ({ maxShareRate, pays }) => {
    expect(claimableEtherDown(HUNDRED, maxShareRate)).toBe(pays);
  });

  it("is never more than was asked", () => {
    fc.assert(
      fc.property(amounts, arbitraryTotals, arbitraryTotals, (amount, then, now) => {
        const request = stEthRequestDown(amount, then);
        expect(claimableEtherDown(request, poolShareRateDown(now)) <= amount).toBe(true);
      }),
    );
  });

  it("never falls when the rate rises", () => {
    const rates = fc.bigInt({ min: 0n, max: 4n * E27 });
    fc.assert(
      fc.property(amounts, arbitraryTotals, rates, rates, (amount, totals, one, other) => {
        const request = stEthRequestDown(amount, totals);
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(claimableEtherDown(request, low) <= claimableEtherDown(request, high)).toBe(true);
      }),
    );
  });
});
