import type { Address } from "@ballast/core";
import type { PinnedReader } from "../../../chain/pinnedReader.ts";
import type { EigenStrategy } from "../strategies.ts";
import type { DatedWithdrawal } from "./datedWithdrawal.ts";
import type { AccountReading } from "./readAccount.ts";
import { readMagnitudesThen } from "./readMagnitudesThen.ts";

export type WithdrawalsRequest = {
  readonly account: AccountReading;
  readonly allocationManager: Address;
  readonly strategies: readonly EigenStrategy[];
};

/** The account's queued withdrawals with the magnitudes of their blocks; not asked for where a strategy is not listed. */
export async function readWithdrawals(
  reader: PinnedReader,
  { account, allocationManager, strategies }: WithdrawalsRequest,
): Promise<readonly DatedWithdrawal[]> {
  const { queued } = account;
  if (!queued.ok) return [];
  const listed = new Set<string>(strategies.map(({ address }) => address));
  return Promise.all(
    queued.value.map(async (one) => {
      const { withdrawal } = one;
      const isListed = withdrawal.strategies.every((strategy) => listed.has(strategy));
      const magnitudesThen = isListed
        ? await readMagnitudesThen(reader, { allocationManager, withdrawal })
        : null;
      return { ...one, magnitudesThen };
    }),
  );
}
