import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arbitraryDeed } from "./conservation/arbitraryDeed.ts";
import { liveLife } from "./conservation/liveLife.ts";
import { notableLives } from "./conservation/notableLives.ts";
import { type LedgerChain, openLedgerChain } from "./conservation/openLedgerChain.ts";
import { problemAtTheEnd } from "./conservation/problemAtTheEnd.ts";

/** Of a second or two each. */
const RANDOM_LIVES = 14;
const MINUTES_5 = 300_000;

let chain: LedgerChain;
beforeAll(async () => {
  chain = await openLedgerChain();
});
afterAll(() => chain.stop());

describe("wallet + positions + queued + claimable tickets = start + rewards − fees − losses, after each step", () => {
  test.each(Object.entries(notableLives))("of %s", async (_, deeds) => {
    const { last, done } = await liveLife(chain, deeds);
    expect(done).toEqual(expect.arrayContaining(deeds.map(({ says }) => says)));
    expect(problemAtTheEnd(last)).toBeNull();
  });

  test(
    "of any life on EigenLayer, ether.fi and Lido together",
    async () => {
      const lives = fc.array(arbitraryDeed, { minLength: 5, maxLength: 40, size: "max" });
      const property = fc.asyncProperty(lives, async (deeds) => {
        const { last } = await liveLife(chain, deeds);
        expect(problemAtTheEnd(last)).toBeNull();
      });
      // The message tells the whole life, and the seed. To have it shrunk, which takes minutes, give that seed and no endOnFailure.
      await fc.assert(property, { numRuns: RANDOM_LIVES, endOnFailure: true });
    },
    MINUTES_5,
  );
});
