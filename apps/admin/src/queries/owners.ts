import type { Address } from "@ballast/core";
import { cache } from "react";
import { accountSegment } from "./accountSegment.ts";
import { allAccounts } from "./accounts.ts";
import { latestJudgement } from "./judgement.ts";

/** Owners of every account as the chain was last read, by the account's part of the path. */
export const ownersByAccount = cache(async (): Promise<ReadonlyMap<string, readonly Address[]>> => {
  const segments = (await allAccounts()).map(accountSegment);
  const owners = await Promise.all(
    segments.map(async (segment) => (await latestJudgement(segment))?.snapshot.safe?.owners ?? []),
  );
  return new Map(segments.map((segment, at) => [segment, owners[at] ?? []]));
});
