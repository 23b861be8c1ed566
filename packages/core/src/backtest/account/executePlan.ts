import { outputAtDown } from "../../curve/outputAtDown.ts";
import { applyPlan } from "../../plan/applyPlan.ts";
import { queueOf } from "../../plan/queueOf.ts";
import type { Action, Claim, Plan, WithdrawalRequest } from "../../plan/types.ts";
import type { Snapshot } from "../../snapshot/types.ts";
import { exitPaysDown } from "../../ticket/exitPaysDown.ts";

/** The account after a batch, or why the batch reverts. */
export type Execution =
  | { readonly ok: true; readonly after: Snapshot }
  | { readonly ok: false; readonly because: string };

/** A part of a plan as it would go now, or why it cannot. */
type Priced<Part> = { readonly part: Part } | { readonly fails: string };

function pricedAction(snapshot: Snapshot, action: Action): Priced<Action> {
  const { spend, receive, position } = action;
  const curve = snapshot.curves.find(
    (each) =>
      each.route === action.route &&
      each.pool === action.pool &&
      each.assetIn === spend.asset &&
      each.assetOut === receive.asset,
  );
  const expected = curve === undefined ? null : outputAtDown(curve, spend.amount);
  if (expected === null) return { fails: `${position}: nobody quotes the size` };
  if (expected < receive.atLeast) return { fails: `${position}: pays less than the minimum` };
  return { part: { ...action, receive: { ...receive, expected } } };
}

function pricedRequest(snapshot: Snapshot, request: WithdrawalRequest): Priced<WithdrawalRequest> {
  const exit = queueOf(snapshot, request.position);
  if (exit === null || exit.stoppedBy.length > 0)
    return { fails: `${request.position}: the queue takes no requests` };
  const amount = exitPaysDown(exit, request.spend.amount);
  return { part: { ...request, expected: { ...request.expected, amount }, delay: exit.delay } };
}

function pricedClaim(snapshot: Snapshot, claim: Claim): Priced<Claim> {
  const ticket = snapshot.tickets.find((each) => each.ticket === claim.ticket);
  if (ticket?.state !== "claimable") return { fails: `${claim.ticket}: nothing to claim` };
  const receive = claim.receive.map((paid) => {
    const payout = ticket.pays.find(({ asset }) => asset === paid.asset)?.payout ?? paid.expected;
    return { ...paid, expected: payout };
  });
  const isShort = receive.some(({ expected, atLeast }) => expected < atLeast);
  return isShort ? { fails: `${claim.ticket}: pays less than the minimum` } : { part: { ...claim, receive } };
}

/**
 * Executes a batch at a later block than it was planned for: every part at what it gets there, all of them or none. A trade that gets less than its minimum
 * reverts the batch, as it would on chain. `after` is the account by applyPlan, the function that the keeper judges plans with.
 */
export function executePlan(snapshot: Snapshot, plan: Plan): Execution {
  const actions = plan.actions.map((each) => pricedAction(snapshot, each));
  const requests = plan.requests.map((each) => pricedRequest(snapshot, each));
  const claims = plan.claims.map((each) => pricedClaim(snapshot, each));
  const failed = [...actions, ...requests, ...claims].find((each) => "fails" in each);
  if (failed !== undefined && "fails" in failed) return { ok: false, because: failed.fails };
  const parts = <Part>(list: readonly Priced<Part>[]) =>
    list.flatMap((each) => ("part" in each ? [each.part] : []));
  const now: Plan = { ...plan, actions: parts(actions), requests: parts(requests), claims: parts(claims) };
  const after = applyPlan(snapshot, { plan: now, at: "expected" });
  return after === null
    ? { ok: false, because: "the account holds less than the batch spends" }
    : { ok: true, after };
}
