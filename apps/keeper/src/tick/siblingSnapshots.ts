import type { SnapshotParts } from "@ballast/adapters";
import { buildSnapshot, compareText, type Policy, type Snapshot } from "@ballast/core";

/** The treasury's other accounts at the same block, where the policy has a limit that spans the treasury; else nothing. */
export function siblingSnapshots(
  siblings: readonly SnapshotParts[],
  { caps }: Pick<Policy, "caps">,
): readonly Snapshot[] {
  if ((caps.operators ?? []).length === 0) return [];
  return siblings.map(buildSnapshot).toSorted((a, b) => compareText(a.account.address, b.account.address));
}
