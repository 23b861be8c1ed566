import { isLive } from "../decision/isLive.ts";
import type { RuleContext } from "../policy/rule.ts";
import { paysNothing } from "../ticket/paysNothing.ts";
import type { TicketReading } from "../ticket/ticketReading.ts";
import { transferRounding } from "../ticket/transferRounding.ts";
import { compareText } from "../units/compareText.ts";
import { subtractToZero } from "../units/order.ts";
import { rawAmount } from "../units/quantities.ts";
import { assemblePlan } from "./assemblePlan.ts";
import { fitsBatch } from "./fitsBatch.ts";
import { planningFacts } from "./planningFacts.ts";
import type { Claim, Plan } from "./types.ts";

function claimOf({ ticket, position, venue, pays, claim }: TicketReading): Claim {
  const receive = pays.map(({ asset, payout }) => ({
    asset,
    expected: payout,
    atLeast: subtractToZero(payout, rawAmount(transferRounding(asset))),
  }));
  return { ticket, position, venue, receive, order: claim };
}

/** Claimable, not stopped, and worth a claim: a ticket that slashing left with nothing pays nothing. */
function isDue(ticket: TicketReading): boolean {
  return ticket.state === "claimable" && ticket.stoppedBy.length === 0 && !paysNothing(ticket);
}

/** Tickets that may be claimed now and that no live proposal claims. Sorted. */
function due({ snapshot, openWork }: RuleContext): TicketReading[] {
  const proposed = new Set(openWork.proposals.filter(isLive).flatMap((each) => each.claims));
  return snapshot.tickets
    .filter((ticket) => isDue(ticket) && !proposed.has(ticket.ticket))
    .toSorted((a, b) => compareText(a.ticket, b.ticket));
}

/**
 * One batch that claims everything that is due, as far as the policy's limits on a batch allow: the first by id, the rest next time, and one at least, so that a batch
 * limit below a single claim is told and not passed over. A ticket whose claim is stopped stays out, since one claim that reverts takes the whole batch with it. Nothing
 * else is in it: an emergency must stay as small as it can be, and nothing that is owed should wait for a rebalance to be worth its cost. null when nothing is due or the
 * fees of the block are not known.
 */
export function claimPlan(context: RuleContext): Plan | null {
  const { policy } = context;
  const claims: Claim[] = [];
  for (const ticket of due(context)) {
    const claim = claimOf(ticket);
    const fits = fitsBatch(policy, { claims: [...claims, claim], actions: [], requests: [] });
    if (fits || claims.length === 0) claims.push(claim);
  }
  if (claims.length === 0) return null;
  const facts = planningFacts(context, []);
  return assemblePlan({
    context,
    facts,
    purpose: "claim",
    parts: { claims },
    ceiling: policy.costs.slippage,
  });
}
