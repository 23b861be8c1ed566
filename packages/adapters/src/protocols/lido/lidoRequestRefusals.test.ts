import { rawAmount, unixSeconds } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { ETH } from "../../testing/devnetView.ts";
import { type LidoRequestFacts, lidoRequestRefusals } from "./lidoRequestRefusals.ts";

const FACTS: LidoRequestFacts = {
  now: unixSeconds(1_000n),
  resumeSince: 1_000n,
  isStopped: false,
  totals: { totalPooledEther: 1_200n * ETH, totalShares: 1_000n * ETH },
  least: 100n,
  most: 1_000n * ETH,
  balance: rawAmount(900n * ETH),
};
const errorsOf = (amounts: readonly bigint[], change: Partial<LidoRequestFacts> = {}) =>
  lidoRequestRefusals(amounts.map(rawAmount), { ...FACTS, ...change }).map(({ error }) => error);

describe("what Lido's queue would refuse", () => {
  it.each<[string, readonly bigint[], Partial<LidoRequestFacts>, readonly string[]]>([
    ["takes what is inside its limits", [10n * ETH, 20n * ETH], {}, []],
    ["takes the least, counted after unwrapping", [84n], {}, []],
    ["refuses one wei less", [83n], {}, ["RequestAmountTooSmall"]],
    ["takes a wei of wstETH for nothing, and refuses it", [1n], {}, ["RequestAmountTooSmall"]],
    ["takes the most to the wei", [(1_000n * ETH * 10n) / 12n], {}, []],
    [
      "refuses what becomes more than the most",
      [(1_000n * ETH * 10n) / 12n + 2n],
      {},
      ["RequestAmountTooLarge"],
    ],
    ["judges each amount", [83n, ETH, 850n * ETH], {}, ["RequestAmountTooSmall", "RequestAmountTooLarge"]],
    ["runs again from the second that it says", [ETH], { resumeSince: 1_000n }, []],
    ["is paused the second before", [ETH], { resumeSince: 1_001n }, ["ResumedExpected"]],
    ["is paused for good", [ETH], { resumeSince: 2n ** 256n - 1n }, ["ResumedExpected"]],
    ["does not unwrap while stETH is stopped", [ETH], { isStopped: true }, ["CONTRACT_IS_STOPPED"]],
    [
      "does not take more than is held",
      [500n * ETH, 401n * ETH],
      {},
      ["ERC20: transfer amount exceeds balance"],
    ],
  ])("%s", (_name, amounts, change, errors) => {
    expect(errorsOf(amounts, change)).toEqual(errors);
  });

  it("says what to do, and until when", () => {
    const [paused] = lidoRequestRefusals([rawAmount(ETH)], { ...FACTS, resumeSince: 5_000n });
    expect(paused?.text).toContain("until block time 5000");
    const [large] = lidoRequestRefusals([rawAmount(850n * ETH)], FACTS);
    expect(large?.text).toMatch(/Split it/);
  });
});
