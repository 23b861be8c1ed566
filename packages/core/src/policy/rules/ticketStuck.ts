import { paysNothing } from "../../ticket/paysNothing.ts";
import type { TicketReading } from "../../ticket/ticketReading.ts";
import { compareText } from "../../units/compareText.ts";
import type { Finding } from "../finding.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";

const ID = "ticket-stuck";
const NONE = { kind: "none" } as const;

type Verdict = Pick<Finding, "code" | "level" | "measured" | "limit">;

function verdict({ snapshot, policy }: RuleContext, ticket: TicketReading): Verdict {
  const { state, claimableFrom, stoppedBy, value } = ticket;
  if (state === "claimable" && stoppedBy.length > 0 && !paysNothing(ticket)) {
    return { code: "claim-stopped", level: "warning", measured: { unit: "base", value }, limit: null };
  }
  if (state === "claimable" || claimableFrom === null) {
    return { code: "not-stuck", level: "ok", measured: null, limit: null };
  }
  const late = snapshot.block.number - claimableFrom;
  const { after } = guardOf(policy, "ticketStuck");
  const counted = {
    measured: { unit: "count", value: late > 0n ? late : 0n },
    limit: { unit: "count", value: after },
  } as const;
  return late > after
    ? { ...counted, code: "overdue", level: "warning" }
    : { ...counted, code: "not-stuck", level: "ok" };
}

/**
 * A ticket that could be claimed, for something, but is stopped, or that still waits though the block from which it should be claimable has long passed. Guards against a
 * withdrawal that everybody takes for done. Where a protocol promises no time a ticket cannot be late: there the exit queue is what tells. It compares with the
 * chain's own numbers, so it needs no history.
 */
export const ticketStuck: Rule = {
  id: ID,
  codes: ["not-stuck", "claim-stopped", "overdue"],
  evaluate: (context) =>
    context.snapshot.tickets
      .toSorted((a, b) => compareText(a.ticket, b.ticket))
      .map(
        (ticket): Finding => ({
          rule: ID,
          subject: { kind: "ticket", id: ticket.ticket },
          ...verdict(context, ticket),
          evidence: [ticket.source, { kind: "policy", path: "guards.ticketStuck" }],
          effect: NONE,
        }),
      ),
};
