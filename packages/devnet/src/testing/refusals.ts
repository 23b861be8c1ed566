import { expect, test } from "vitest";
import type { DevnetTransaction } from "../chain/transaction.ts";
import type { EmptyChain } from "./emptyChain.ts";
import { revertOf } from "./revertOf.ts";

/** What is refused, in words; what comes before it; the refused call; its error, as far as it is to be compared. */
type Refusal = readonly [
  sentence: string,
  before: () => readonly DevnetTransaction[],
  tried: () => DevnetTransaction,
  error: string,
];

/** Tests of calls that revert: with the error as a call, and as a transaction. */
export function refusals(empty: EmptyChain): (table: readonly Refusal[]) => void {
  return (table) => {
    const named = table.map(([sentence, ...rest]) => ({ sentence, rest }));
    test.each(named)("$sentence", async ({ rest: [before, tried, error] }) => {
      const first = before();
      if (first.length > 0) await empty.run(first);
      expect(await revertOf(empty.chain, tried())).toContain(error);
      await expect(empty.run([tried()])).rejects.toThrow("it reverted");
    });
  };
}
