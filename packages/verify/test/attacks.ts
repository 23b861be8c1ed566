import { type Hex, pad } from "viem";
import { expect, test } from "vitest";
import type { Call } from "./bundleParts.ts";
import { failedChecks } from "./failedChecks.ts";
import { bundleText, type Parts, TOKENS } from "./validBundle.ts";

/** What somebody with the proposer's key can try, and the checks that it fails, all of them. */
export type Attack = readonly [what: string, fails: readonly string[], change: (parts: Parts) => void];

export const EVIL: Hex = `0x${"e1".repeat(20)}`;
export const ETHER = 10n ** 18n;

/** The first swap of the valid bundle, for a variation. */
export const FIRST_SWAP = {
  tokenIn: TOKENS.wstETH,
  tokenOut: TOKENS.WETH,
  fee: 100,
  amountIn: 100n * ETHER,
  amountOutMinimum: 1194n * (ETHER / 10n),
};

export const replaceCall = (parts: Parts, { at, by }: { at: number; by: Call }): void => {
  parts.calls[at] = by;
};

export const transferData = (to: Hex, amount: bigint): Hex =>
  `0xa9059cbb${pad(to).slice(2)}${amount.toString(16).padStart(64, "0")}`;

/**
 * Each attack is bound and signed correctly; only what it says is wrong. It fails the named checks and no others, so that
 * the ones that pass still say something.
 */
export function testAttacks(attacks: readonly Attack[], text = bundleText): void {
  test.each(attacks)("refused when %s", async (_, fails, change) => {
    expect(failedChecks(await text(change))).toEqual(fails);
  });
}
