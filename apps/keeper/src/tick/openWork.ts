import {
  type AccountRef,
  compareText,
  type Hash32,
  max,
  type OpenProposal,
  type OpenWork,
  type Plan,
  type Policy,
  type PositionId,
  type RecentMove,
  type UnixSeconds,
  unixSeconds,
} from "@ballast/core";
import { type Database, documentsByIds, openProposals, type ProposalRow, recentProposals } from "@ballast/db";

const DAY = 86_400n;

/** How far back the policy's pace looks: a turnover per day looks back a day. */
function longestPace({ cooldown, dwell, turnoverPerDay }: Policy["pace"]): bigint {
  return max<bigint>(max(cooldown, dwell), turnoverPerDay === undefined ? 0n : DAY);
}

/** What is queued for the account, and what was moved within the longest pace of the policy. */
export async function openWork(
  db: Database,
  wanted: { readonly account: AccountRef; readonly policy: Policy; readonly now: UnixSeconds },
): Promise<OpenWork> {
  const { account, policy, now } = wanted;
  const since = unixSeconds(now - longestPace(policy.pace));
  const open = await openProposals(db, account);
  const plans = await plansOf(db, open);
  const recent = await recentProposals(db, { account, since });
  return {
    schema: "ballast/open-work/1",
    account,
    proposals: open.map((row) => proposal(row, plans.get(row.safeTxHash))),
    recent: await moves(db, recent),
  };
}

/** The stored plans of proposals, by safeTxHash. What somebody else queued has none. */
async function plansOf(db: Database, rows: readonly ProposalRow[]): Promise<ReadonlyMap<Hash32, Plan>> {
  const planIds = rows.flatMap(({ planId }) => (planId === null ? [] : [planId]));
  const documents = await documentsByIds(db, planIds);
  const plans = rows.flatMap(({ safeTxHash, planId }) => {
    const document = planId === null ? undefined : documents.get(planId);
    return document === undefined ? [] : [[safeTxHash, document.value as unknown as Plan] as const];
  });
  return new Map(plans);
}

function proposal(
  { safeTxHash, nonce, kind, state, deadline }: ProposalRow,
  plan: Plan | undefined,
): OpenProposal {
  const claims = (plan?.claims ?? []).map(({ ticket }) => ticket);
  return { safeTxHash, nonce, kind, state, deadline, claims: claims.toSorted(compareText) };
}

/** Rebalances and exits; a claim only ends what an earlier move began. */
async function moves(db: Database, rows: readonly ProposalRow[]): Promise<readonly RecentMove[]> {
  const plans = await plansOf(db, rows);
  return rows.flatMap((row) => {
    const plan = plans.get(row.safeTxHash);
    return plan === undefined || plan.purpose === "claim" ? [] : [move(row, plan)];
  });
}

function move(row: ProposalRow, plan: Plan): RecentMove {
  const traded = (kind: "enter" | "exit") =>
    plan.actions.filter((action) => action.kind === kind).map(({ position }) => position);
  const requested = plan.requests.map(({ position }) => position);
  const sorted = (positions: readonly PositionId[]) => [...new Set(positions)].sort(compareText);
  return {
    safeTxHash: row.safeTxHash as Hash32,
    state: row.state,
    proposedAt: row.proposedAt,
    executedAt: row.executedAt,
    entered: sorted(traded("enter")),
    exited: sorted([...traded("exit"), ...requested]),
    turnover: plan.figures.turnover,
  };
}
