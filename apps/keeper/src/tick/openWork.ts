import {
  type AccountRef,
  compareText,
  type Hash32,
  max,
  type OpenWork,
  type Plan,
  type Policy,
  type RecentMove,
  type UnixSeconds,
  unixSeconds,
} from "@ballast/core";
import { type Database, documentsByIds, openProposals, type ProposalRow, recentProposals } from "@ballast/db";

/** What is queued for the account, and what was moved within the longest pace of the policy. */
export async function openWork(
  db: Database,
  wanted: { readonly account: AccountRef; readonly policy: Policy; readonly now: UnixSeconds },
): Promise<OpenWork> {
  const { account, policy, now } = wanted;
  const { cooldown, dwell } = policy.pace;
  const since = unixSeconds(now - max(cooldown, dwell));
  const open = await openProposals(db, account);
  const recent = await recentProposals(db, { account, since });
  return {
    schema: "ballast/open-work/1",
    account,
    proposals: open.map(({ safeTxHash, nonce, kind, state, deadline }) => ({
      safeTxHash,
      nonce,
      kind,
      state,
      deadline,
      claims: [],
    })),
    recent: await moves(db, recent),
  };
}

async function moves(db: Database, rows: readonly ProposalRow[]): Promise<readonly RecentMove[]> {
  const planIds = rows.flatMap(({ planId }) => (planId === null ? [] : [planId]));
  const plans = await documentsByIds(db, planIds);
  return rows.flatMap((row) => {
    const document = row.planId === null ? undefined : plans.get(row.planId);
    return document === undefined ? [] : [move(row, document.value as unknown as Plan)];
  });
}

function move(row: ProposalRow, plan: Plan): RecentMove {
  const positions = (kind: "enter" | "exit") =>
    [...new Set(plan.actions.filter((action) => action.kind === kind).map(({ position }) => position))].sort(
      compareText,
    );
  return {
    safeTxHash: row.safeTxHash as Hash32,
    state: row.state,
    proposedAt: row.proposedAt,
    executedAt: row.executedAt,
    entered: positions("enter"),
    exited: positions("exit"),
    turnover: plan.figures.turnover,
  };
}
