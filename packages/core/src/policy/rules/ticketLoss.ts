import { rateOf } from "../../portfolio/rateOf.ts";
import type { Snapshot } from "../../snapshot/types.ts";
import { PAYOUT_ROUNDING } from "../../ticket/payoutRounding.ts";
import type { TicketPayment, TicketReading } from "../../ticket/ticketReading.ts";
import type { BaseUnits, Bps, RawAmount } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { subtractToZero, sumValues } from "../../units/order.ts";
import { baseUnits } from "../../units/quantities.ts";
import { BPS_ONE } from "../../units/share.ts";
import { valueUp } from "../../units/value.ts";
import type { Finding } from "../finding.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";

const ID = "ticket-loss";

function isShort({ promised, payout }: TicketPayment, threshold: Bps): boolean {
  return (promised - payout - PAYOUT_ROUNDING) * BPS_ONE > threshold * promised;
}

/** Sum of the payments' values, each rounded up; null when one has no rate. */
function sumUp(
  snapshot: Snapshot,
  { pays, amount }: { pays: readonly TicketPayment[]; amount: (payment: TicketPayment) => RawAmount },
): BaseUnits | null {
  const values = pays.map((payment) => {
    const rate = rateOf(snapshot, payment.asset);
    return rate === null ? null : valueUp(amount(payment), rate);
  });
  const known = values.filter((value) => value !== null);
  return known.length < values.length ? null : sumValues(known);
}

function judge({ snapshot, policy }: RuleContext, { ticket, pays, state, source }: TicketReading): Finding {
  const { threshold } = guardOf(policy, "ticketLoss");
  const short = pays.filter((payment) => isShort(payment, threshold));
  const base = {
    rule: ID,
    subject: { kind: "ticket", id: ticket },
    evidence: [source, { kind: "policy", path: "guards.ticketLoss" }],
    effect: { kind: "none" },
  } as const satisfies Partial<Finding>;
  const promised = sumUp(snapshot, { pays, amount: (payment) => payment.promised });
  const lost = sumUp(snapshot, {
    pays: short,
    amount: (payment) => subtractToZero<RawAmount>(payment.promised, payment.payout),
  });
  const limit = promised === null ? null : ({ unit: "base", value: promised } as const);
  if (short.length === 0) {
    return {
      ...base,
      code: "pays-as-promised",
      level: "ok",
      measured: { unit: "base", value: baseUnits(0n) },
      limit,
    };
  }
  if (lost === null) return { ...base, code: "loss-unvalued", level: "unknown", measured: null, limit };
  const measured = { unit: "base", value: lost } as const;
  if (state === "claimable") return { ...base, code: "pays-less", level: "warning", measured, limit };
  return { ...base, code: "losing-while-waiting", level: "critical", measured, limit };
}

/**
 * A ticket that would pay less than its request was for: a slash of the operator that it left, or a negative rebase, while it waits. Guards against the belief that a
 * queued withdrawal is out of danger. It is told and nothing else, because nobody can hurry a queue or leave it. While it waits the payout may still fall, which is
 * critical; once it can be claimed the loss is final. It compares the ticket with its own promise, so it needs no history.
 */
export const ticketLoss: Rule = {
  id: ID,
  codes: ["pays-as-promised", "losing-while-waiting", "pays-less", "loss-unvalued"],
  evaluate: (context) =>
    context.snapshot.tickets
      .toSorted((a, b) => compareText(a.ticket, b.ticket))
      .map((ticket) => judge(context, ticket)),
};
