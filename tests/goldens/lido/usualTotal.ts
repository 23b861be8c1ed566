import type { LidoFile } from "./lidoFile.ts";

/**
 * The total of shares that most of a file tells, as text. Nothing in this form mints or burns shares, so that one pool has one total; one
 * that was altered is outvoted, and differs.
 */
export function usualTotal({ steps, transfers }: Pick<LidoFile, "steps" | "transfers">): string | undefined {
  const told = [...steps, ...transfers].flatMap(({ totalShares }) =>
    totalShares === undefined ? [] : [String(totalShares)],
  );
  const votes = [...Map.groupBy(told, (total) => total)];
  return votes.toSorted(([, left], [, right]) => right.length - left.length)[0]?.[0];
}
