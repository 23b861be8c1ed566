import type { Source } from "../../chain/types.ts";
import type { PositionReading } from "../../snapshot/types.ts";
import type { VenueFigure } from "../../snapshot/venueFigure.ts";
import type { TicketReading } from "../../ticket/ticketReading.ts";
import { compareText } from "../../units/compareText.ts";
import { ratioBps } from "../../units/quantities.ts";
import type { Finding, Quantity } from "../finding.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerOf, freezing } from "./answer.ts";
import { type Delegated, delegatedPositions } from "./concerned.ts";
import { operatorFigures, strategiesOf } from "./operatorFigures.ts";
import { comparedMagnitudes, type Slash, slashedBpsUp, valueBeforeUp, worstSlash } from "./slashOf.ts";

const ID = "operator-slashed";
const POLICY: Source = { kind: "policy", path: "guards.operatorSlashed" };

function lost(slash: Slash, { value }: Pick<PositionReading, "value">): Pick<Finding, "measured" | "limit"> {
  const before = valueBeforeUp(value, slash);
  const limit: Quantity | null = before === null ? null : { unit: "base", value: before };
  return { measured: { unit: "bps", value: slashedBpsUp(slash) }, limit };
}

type Verdict = Pick<Finding, "code" | "level" | "measured" | "limit" | "effect"> & {
  readonly seen: readonly Source[];
};

const QUIET = { measured: null, limit: null, effect: { kind: "none" } } as const;
const NOTHING: Quantity = { unit: "bps", value: ratioBps(0n) };

function slashed(context: RuleContext, { held, slash }: { held: PositionReading; slash: Slash }): Verdict {
  const { effect } = answerOf(guardOf(context.policy, "operatorSlashed").response, held);
  const code = slash.now === 0n ? "slashed-to-nothing" : "operator-slashed";
  return { code, level: "critical", ...lost(slash, held), effect, seen: slash.evidence };
}

function verdict(
  context: RuleContext,
  { held, figures }: { held: PositionReading; figures: readonly VenueFigure[] },
): Verdict {
  if (figures.length === 0) {
    const effect = freezing([held.position]);
    return { ...QUIET, code: "magnitude-unknown", level: "unknown", effect, seen: [] };
  }
  const compared = comparedMagnitudes(context, { figures });
  const slash = worstSlash(compared);
  if (slash !== undefined) return slashed(context, { held, slash });
  if (compared.length < figures.length) {
    return { ...QUIET, code: "no-history-yet", level: "notice", seen: figures.map((each) => each.source) };
  }
  const seen = compared.flatMap((each) => each.evidence);
  return { ...QUIET, code: "not-slashed", level: "ok", measured: NOTHING, limit: NOTHING, seen };
}

function judge(context: RuleContext, { held, operator }: Delegated): Finding[] {
  const { position, venue, value, source } = held;
  const strategies = strategiesOf(context.snapshot, position);
  const figures = operatorFigures(context.snapshot, { venue, kind: "magnitude", operator, strategies });
  // What was slashed to nothing is worth nothing, and must be told all the same.
  if (value === 0n && !figures.some((each) => each.value === 0n)) return [];
  const { seen, ...found } = verdict(context, { held, figures });
  const subject = { kind: "position", id: position } as const;
  return [{ rule: ID, subject, ...found, evidence: [source, ...seen, POLICY] }];
}

/** Shares that wait in the queue are slashed with the operator that they left, and nothing can be done for them. */
function judgeTicket(context: RuleContext, ticket: TicketReading): Finding[] {
  if (ticket.state !== "waiting" || ticket.claim.kind !== "eigenlayer-withdrawal") return [];
  const { delegatedTo: operator, startBlock: since, strategies: addresses } = ticket.claim.withdrawal;
  const strategies = [...addresses, ...strategiesOf(context.snapshot, ticket.position)];
  const figures = operatorFigures(context.snapshot, {
    venue: ticket.venue,
    kind: "magnitude",
    operator,
    strategies,
  });
  const slash = worstSlash(comparedMagnitudes(context, { figures, since }));
  if (slash === undefined) return [];
  return [
    {
      rule: ID,
      code: "slashed-while-queued",
      subject: { kind: "ticket", id: ticket.ticket },
      level: "critical",
      ...lost(slash, ticket),
      evidence: [ticket.source, ...slash.evidence, POLICY],
      effect: { kind: "none" },
    },
  ];
}

/**
 * The magnitude of an operator that the account is delegated to fell within the window. Only a slash lowers it, so any fall counts, and every position with
 * that operator has lost the same share of itself; other operators' slashes are no concern of the account. The loss is a share of the operator's stake, beside what the position
 * was worth before. A keeper that has just started has nothing to compare with: a slash from before its time is already in the
 * position's value, so that is told and stops nothing. A magnitude that could not be read is unknown and freezes entries.
 */
export const operatorSlashed: Rule = {
  id: ID,
  codes: [
    "not-slashed",
    "operator-slashed",
    "slashed-to-nothing",
    "slashed-while-queued",
    "magnitude-unknown",
    "no-history-yet",
  ],
  evaluate: (context) => {
    const { tickets } = context.snapshot;
    return [
      ...delegatedPositions(context).flatMap((each) => judge(context, each)),
      ...tickets
        .toSorted((a, b) => compareText(a.ticket, b.ticket))
        .flatMap((each) => judgeTicket(context, each)),
    ];
  },
};
