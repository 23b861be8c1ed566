import { checksumAddress } from "@ballast/core";
import { utc } from "../../../format/time.ts";
import { nameOf } from "../../../queries/names.ts";
import type { ProposalFacts } from "../../../queries/proposalFacts.ts";

export type SignerView = {
  /** Lower-case. */
  readonly address: string;
  readonly shown: string;
  readonly name: string | null;
  /** null while unsigned. */
  readonly signedAt: string | null;
  readonly checked: boolean;
};

/** Every owner by name, those who signed first. */
export async function signersOf({ owners, signatures }: ProposalFacts): Promise<readonly SignerView[]> {
  const views = await Promise.all(
    owners.map(async (address) => {
      const signature = signatures.find(({ owner }) => owner === address);
      return {
        address,
        shown: checksumAddress(address),
        name: await nameOf(address),
        signedAt: signature === undefined ? null : utc(signature.addedAt),
        checked: signature?.verdict === "valid",
      };
    }),
  );
  return views.toSorted(
    (a, b) =>
      Number(b.signedAt !== null) - Number(a.signedAt !== null) ||
      (a.name ?? a.shown).localeCompare(b.name ?? b.shown, "en"),
  );
}
