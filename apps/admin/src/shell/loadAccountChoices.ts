import { address, checksumAddress } from "@ballast/core";
import { amount } from "../format/amount.ts";
import { accountSegment } from "../queries/accountSegment.ts";
import { allAccounts } from "../queries/accounts.ts";
import { latestJudgement } from "../queries/judgement.ts";
import { netValue } from "../queries/netValue.ts";

/** One account as the switcher lists it. */
export type AccountChoice = {
  readonly segment: string;
  readonly name: string;
  readonly treasury: string;
  readonly address: string;
  /** `2 of 3`; null before the Safe was read. */
  readonly threshold: string | null;
  /** With unit; null when it could not be told. */
  readonly value: string | null;
};

/** Every account, with what tells it from the others. */
export async function loadAccountChoices(): Promise<readonly AccountChoice[]> {
  return Promise.all(
    (await allAccounts()).map(async (account) => {
      const segment = accountSegment(account);
      const snapshot = (await latestJudgement(segment))?.snapshot ?? null;
      const safe = snapshot?.safe ?? null;
      const total = snapshot === null ? null : netValue(snapshot).total;
      return {
        segment,
        name: account.name,
        treasury: account.treasuryName,
        address: checksumAddress(address(account.address)),
        threshold: safe === null ? null : `${safe.threshold} of ${safe.owners.length}`,
        value: total === null ? null : `${amount(total).text} ETH`,
      };
    }),
  );
}
