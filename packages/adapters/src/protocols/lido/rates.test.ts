import { describe, expect, it } from "vitest";
import { DEVNET, devnetView } from "../../testing/devnetView.ts";
import { ACCOUNT, readerOf } from "../../testing/fakeReader.ts";
import { type RateGolden, rateAt } from "../../testing/rateGolden.ts";
import { words } from "../../testing/word.ts";
import golden from "./rates.golden.json" with { type: "json" };
import { read } from "./read.ts";

const { rates, unwraps }: RateGolden = golden;

/** What is read of a balance at a rate. */
async function readAt(amount: bigint, rate: bigint) {
  const view = devnetView(
    ["wstETH", "balanceOf(address)", words(amount)],
    ["wstETH", "stEthPerToken()", words(rate)],
  );
  const reading = await read({ reader: readerOf(view), deployment: DEVNET, accounts: [ACCOUNT] });
  return { rate: reading.rates[0]?.rate, value: reading.accounts[0]?.positions[0]?.value ?? -1n };
}

describe("wstETH against the real contracts", () => {
  it.each(rates)("takes the rate $rate as the contract gave it", async ({ rate, ...totals }) => {
    expect(rateAt(totals)).toBe(BigInt(rate));
    expect((await readAt(1n, BigInt(rate))).rate).toBe(BigInt(rate));
  });

  it.each(unwraps)(
    "values $amount at no more than unwrapping paid, and at most dust below it",
    async (unwrap) => {
      const amount = BigInt(unwrap.amount);
      const { value } = await readAt(amount, rateAt(unwrap));
      // Unwrapping pays by whole shares, which may lose up to 2 wei against the exact share of the pool.
      expect(value - 2n <= BigInt(unwrap.paid)).toBe(true);
      expect(BigInt(unwrap.paid) - value <= amount / 10n ** 18n + 1n).toBe(true);
    },
  );
});
