import type { RawAmount } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ETHER } from "../testing/sampleBatch.ts";
import {
  DEPOSIT_SHARES,
  QUEUE,
  WITHDRAWABLE_SHARES,
  WITHDRAWAL_PLAN,
  withdrawalInspection,
} from "../testing/sampleWithdrawals.ts";
import { STETH_STRATEGY } from "../testing/withdrawalDeployment.ts";
import { inspectDepositShares } from "./inspectDepositShares.ts";

const { snapshot } = withdrawalInspection(WITHDRAWAL_PLAN);

function judge(spend: bigint, depositShares: bigint, seen = snapshot) {
  const request = { ...QUEUE, spend: { ...QUEUE.spend, amount: spend as RawAmount } };
  const order = { kind: "eigenlayer-queue", strategy: STETH_STRATEGY, depositShares } as const;
  return inspectDepositShares(request, { order, snapshot: seen, call: 4n });
}

describe("deposit shares against what is to be withdrawn, of 180 withdrawable out of 200 deposited", () => {
  it.each([
    ["all of both", WITHDRAWABLE_SHARES, DEPOSIT_SHARES],
    ["a tenth of both", 18n * ETHER, 20n * ETHER],
    ["the last wei of the withdrawable", 1n, 1n],
    ["a wei more than proportional, by rounding", 18n * ETHER, 20n * ETHER + 1n],
    ["two wei less, by rounding", 18n * ETHER, 20n * ETHER - 2n],
  ])("passes %s", (_, spend, shares) => expect(judge(spend, shares)).toEqual([]));

  it.each([
    ["everything for a tenth", 18n * ETHER, DEPOSIT_SHARES],
    ["a tenth for everything", WITHDRAWABLE_SHARES, 20n * ETHER],
    ["withdrawable shares taken for deposit shares", 90n * ETHER, 90n * ETHER],
    ["ten wei too many", 18n * ETHER, 20n * ETHER + 10n],
    ["ten wei too few", 18n * ETHER, 20n * ETHER - 10n],
    ["none", 1n, 0n],
    ["more than there are", WITHDRAWABLE_SHARES, DEPOSIT_SHARES + 1n],
  ])("refuses %s", (_, spend, shares) => {
    expect(judge(spend, shares)).toMatchObject([{ code: "shares", call: 4n }]);
  });

  it.each([
    ["the position", { ...snapshot, positions: [] }],
    ["its exit", { ...snapshot, exits: [] }],
  ])("does not take a snapshot without %s for one that agrees", (_, seen) => {
    expect(judge(WITHDRAWABLE_SHARES, DEPOSIT_SHARES, seen)).toMatchObject([
      { code: "shares", actual: "not read" },
    ]);
  });

  /** EigenLayer's own sums (SlashingLib.sol): two factors below 1, each rounded down. */
  it("passes whatever EigenLayer's rounding makes of a part, under any slashing", () => {
    const factor = fc.bigInt(1n, ETHER);
    const amount = fc.bigInt(1n, 10n ** 27n);
    fc.assert(
      fc.property(amount, amount, factor, factor, (one, other, scaling, slashing) => {
        const [part, all] = one < other ? [one, other] : [other, one];
        const withdrawable = (shares: bigint) => (((shares * scaling) / ETHER) * slashing) / ETHER;
        fc.pre(withdrawable(all) > 0n);
        const [position] = snapshot.positions;
        const [exit] = snapshot.exits;
        if (position === undefined || exit?.terms.kind !== "eigenlayer-queue") throw new Error("no sample");
        const seen = {
          ...snapshot,
          positions: [{ ...position, amount: withdrawable(all) as RawAmount }],
          exits: [{ ...exit, terms: { ...exit.terms, depositShares: all } }],
        };
        expect(judge(withdrawable(part), part, seen)).toEqual([]);
      }),
    );
  });
});
