import type { SnapshotParts } from "@ballast/adapters";
import type { Address } from "@ballast/core";
import type { AccountOfTreasury } from "@ballast/db";

/** What one sweep read for the other accounts of an account's treasury. */
export function siblingsOf(
  account: Address,
  read: { readonly accounts: readonly AccountOfTreasury[]; readonly parts: readonly SnapshotParts[] },
): readonly SnapshotParts[] {
  const { accounts, parts } = read;
  const treasury = accounts.find((each) => each.address === account)?.treasuryId;
  const others = accounts.filter((each) => each.treasuryId === treasury && each.address !== account);
  const addresses = new Set(others.map((each) => each.address));
  return parts.filter((each) => addresses.has(each.account.address));
}
