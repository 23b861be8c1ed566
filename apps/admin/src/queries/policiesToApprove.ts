import { type PolicyWithApprovals, policyRows } from "@ballast/db";
import { cache } from "react";
import { session } from "../auth/session.ts";
import { parseAccountSegment } from "./accountSegment.ts";
import { database } from "./database.ts";
import { latestJudgement } from "./judgement.ts";

/** Every stored policy of an account, lowest version first. */
export const policiesOf = cache(async (segment: string): Promise<readonly PolicyWithApprovals[]> => {
  const account = parseAccountSegment(segment);
  return account === null ? [] : policyRows(database().db, account);
});

/** Versions above the one in force that wait for the signed-in owner's approval. */
export const policiesToApprove = cache(async (segment: string): Promise<readonly PolicyWithApprovals[]> => {
  const [signedIn, rows, judgement] = await Promise.all([
    session(),
    policiesOf(segment),
    latestJudgement(segment),
  ]);
  if (!signedIn?.owns.includes(segment)) return [];
  const inForce = judgement?.policy?.version ?? 0n;
  return rows.filter(
    ({ version, approvals }) =>
      version > inForce && !approvals.some(({ owner }) => owner === signedIn.address),
  );
});
