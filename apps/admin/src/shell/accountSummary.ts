import type { AccountChoice } from "./loadAccountChoices.ts";

/** Short address and k of t: `0xa46f…E66C, 2 of 3`. */
export function accountSummary({ address, threshold }: Pick<AccountChoice, "address" | "threshold">): string {
  const short = `${address.slice(0, 6)}…${address.slice(-4)}`;
  return threshold === null ? short : `${short}, ${threshold}`;
}
