import { WAD_ONE, type Wad, wad } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Allocation } from "../reading/allocation.ts";
import type { StrategyReading } from "../reading/readStrategy.ts";
import { eigenStrategies } from "../strategies.ts";
import { AVS, EL_DEPLOYMENT } from "../testing/eigenlayerDeployment.ts";
import { WITHDRAWAL } from "../testing/eigenlayerView.ts";
import { slashableShareUp } from "./slashableShareUp.ts";
import { withdrawalPayments } from "./withdrawalPayments.ts";

const ETHER = 10n ** 18n;
const amounts = fc.bigInt(0n, 10n ** 26n);
const shares = fc.bigInt(0n, WAD_ONE).map(wad);

const [strategy] = eigenStrategies(EL_DEPLOYMENT);
const holding = (totalShares: bigint, tokenBalance: bigint) =>
  ({
    strategy,
    totalShares: { ok: true, value: totalShares },
    tokenBalance: { ok: true, value: tokenBalance },
  }) as StrategyReading;

/** What a withdrawal of scaled shares promises and pays when slashing left `now` of what was there `atRequest`. */
function paid(
  scaled: bigint,
  at: { readonly atRequest: Wad; readonly now: Wad; readonly held: StrategyReading },
) {
  const dated = {
    withdrawal: { ...WITHDRAWAL, scaledShares: [scaled] },
    shares: [(scaled * at.now) / WAD_ONE],
    magnitudesThen: { ok: true, value: [at.atRequest] },
  } as const;
  const answer = withdrawalPayments(dated, [at.held]);
  if (!answer.ok) throw new Error(answer.missing.detail);
  const [payment] = answer.value;
  if (payment === undefined) throw new Error("nothing is paid");
  return payment;
}

describe("what a withdrawal pays", () => {
  it("is never more than it promised, whatever was slashed and whatever the shares are worth", () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, shares, shares, (scaled, total, balance, one, other) => {
        const [now, atRequest] = one < other ? [one, other] : [other, one];
        const { promised, payout } = paid(scaled, { atRequest, now, held: holding(total, balance) });
        expect(payout <= promised).toBe(true);
      }),
    );
  });

  it("is the promise itself where nothing was slashed since", () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, shares, (scaled, total, balance, magnitude) => {
        const state = { atRequest: magnitude, now: magnitude, held: holding(total, balance) };
        const { promised, payout } = paid(scaled, state);
        expect(payout).toBe(promised);
      }),
    );
  });

  it("is never more than lies in the strategy, for shares that the strategy has", () => {
    fc.assert(
      fc.property(amounts, amounts, fc.bigInt(0n, 10_000n), (total, balance, part) => {
        const scaled = (total * part) / 10_000n;
        const state = { atRequest: WAD_ONE, now: WAD_ONE, held: holding(total, balance) };
        // The contract counts with 1000 wei and shares that nobody has: for all but a few wei that is at most the balance.
        expect(paid(scaled, state).payout <= balance + 1000n).toBe(true);
      }),
    );
  });
});

describe("the slashable share", () => {
  const allocated = (...magnitudes: readonly bigint[]): readonly Allocation[] =>
    magnitudes.map((currentMagnitude, index) => ({
      set: { avs: AVS, id: BigInt(index) },
      currentMagnitude,
      pendingDiff: 0n,
      effectBlock: 0n,
    }));

  it("lies between nothing and all, and is never rounded in the operator's favour", () => {
    fc.assert(
      fc.property(fc.array(shares, { maxLength: 5 }), fc.bigInt(1n, WAD_ONE).map(wad), (magnitudes, most) => {
        const share = slashableShareUp(allocated(...magnitudes), most);
        const sum = magnitudes.reduce((total, one) => total + one, 0n);
        expect(share >= 0n && share <= ETHER).toBe(true);
        expect(share === ETHER || share * most >= sum * ETHER).toBe(true);
      }),
    );
  });

  it("does not fall when another set is given something", () => {
    fc.assert(
      fc.property(shares, shares, fc.bigInt(1n, WAD_ONE).map(wad), (one, more, most) => {
        const before = slashableShareUp(allocated(one), most);
        expect(slashableShareUp(allocated(one, more), most) >= before).toBe(true);
      }),
    );
  });

  it("is nothing where nothing is left", () => {
    expect(slashableShareUp(allocated(5n), wad(0n))).toBe(0n);
  });
});
