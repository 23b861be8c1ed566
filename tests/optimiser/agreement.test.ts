import { describe, expect, test } from "vitest";
import { contextOfInstance } from "./contextOfInstance.ts";
import { firstOpinion } from "./firstOpinion.ts";
import { instance } from "./instance.ts";
import { secondOpinion } from "./secondOpinion.ts";

/**
 * Goal: the optimiser finds the optimum of its problem, and the problem is the right one. Method: random accounts are solved by a second solver through a second model. Both optima agree to a ten-millionth
 * of an ether on accounts of some hundreds, beside the millionth of itself that either solver's gap allows; and the plan that is made of the answer gains that much by its own figures, in integers.
 * An account that the second solver does not finish in its time is no witness.
 */
const ABSOLUTE = 1e-7;
const RELATIVE = 2e-6;

/** Numbers of accounts by how many positions they have: at least 500 together. */
const SIZES = [
  { from: 5, to: 8, accounts: 310 },
  { from: 9, to: 16, accounts: 130 },
  { from: 17, to: 30, accounts: 55 },
  { from: 31, to: 50, accounts: 30 },
];

type Tally = { agreed: number; proposed: number; alike: number; gasMattered: number };

function near(found: number, wanted: number): boolean {
  return Math.abs(found - wanted) <= ABSOLUTE + RELATIVE * Math.abs(wanted);
}

function judge(tally: Tally, { seed, count }: { readonly seed: number; readonly count: number }): void {
  const given = instance(seed, count);
  const name = `account ${seed} of ${count} positions`;
  const second = secondOpinion(given);
  if (second.status !== "optimal") return;
  const first = firstOpinion(contextOfInstance(given));
  expect(first.status, name).toBe("optimal");
  expect(near(first.gain, second.gain), `${name}: ${first.gain}, second ${second.gain}`).toBe(true);
  tally.agreed += 1;
  if (count <= 12) {
    const free = secondOpinion(given, { isGasFree: true });
    if (free.status === "optimal" && free.chosen.join() !== second.chosen.join()) tally.gasMattered += 1;
  }
  if (first.figures === null) return;
  tally.proposed += 1;
  if (first.chosen.join() === second.chosen.join()) tally.alike += 1;
  const net = Number(first.figures.netGain) / 1e18;
  expect(near(net, second.gain), `${name}: figures ${net}, second ${second.gain}`).toBe(true);
}

describe("the optimiser and a second solver with a model of its own", () => {
  const tally: Tally = { agreed: 0, proposed: 0, alike: 0, gasMattered: 0 };

  test.each(SIZES)(
    "agree on $accounts accounts of $from to $to positions",
    ({ from, to, accounts }) => {
      for (let seed = 1; seed <= accounts; seed += 1)
        judge(tally, { seed, count: from + (seed % (to - from + 1)) });
    },
    600_000,
  );

  test("were asked often enough, also where fixed gas changes what is chosen", () => {
    expect(tally.agreed).toBeGreaterThanOrEqual(500);
    expect(tally.proposed).toBeGreaterThanOrEqual(300);
    // Two choices that gain alike to a millionth are both right; there are few of them.
    expect(tally.alike * 10).toBeGreaterThanOrEqual(tally.proposed * 9);
    expect(tally.gasMattered).toBeGreaterThanOrEqual(100);
  });
});
