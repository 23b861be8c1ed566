import type { Address, Source } from "../../chain/types.ts";
import { figureSeries } from "../../history/seriesOf.ts";
import { figureBefore, sampleSource } from "../../history/windowSamples.ts";
import type { VenueId } from "../../units/brands.ts";
import { mulDivUp } from "../../units/mulDiv.ts";
import { max } from "../../units/order.ts";
import { ratioBps } from "../../units/quantities.ts";
import { BPS_ONE } from "../../units/share.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { Finding } from "../finding.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerOf, freezing } from "./answer.ts";
import { type Delegated, delegatedPositions, positionsAt } from "./concerned.ts";
import { operatorFigures, strategiesOf } from "./operatorFigures.ts";

const ID = "operator-allocations";
const POLICY: Source = { kind: "policy", path: "guards.operatorAllocations" };
const NONE = { kind: "none" } as const;

/** The largest share of the position's strategy that operator sets may slash, against the policy's limit. Exact; shown rounded up. */
function judgeShare(context: RuleContext, { held, operator }: Delegated): Finding[] {
  const { position, venue, source } = held;
  const strategies = strategiesOf(context.snapshot, position);
  const figures = operatorFigures(context.snapshot, { venue, kind: "slashable", operator, strategies });
  const { maxSlashable, response } = guardOf(context.policy, "operatorAllocations");
  const base = { rule: ID, subject: { kind: "position", id: position } } as const;
  const limit = { unit: "bps", value: maxSlashable } as const;
  if (figures.length === 0) {
    const unread = { measured: null, limit, evidence: [source, POLICY], effect: freezing([position]) };
    return held.value === 0n ? [] : [{ ...base, ...unread, code: "slashable-unknown", level: "unknown" }];
  }
  const share = figures.map((each) => each.value).reduce((a, b) => max(a, b));
  const measured = {
    unit: "bps",
    value: ratioBps(mulDivUp(share, { times: BPS_ONE, over: WAD_ONE })),
  } as const;
  const evidence = [source, ...figures.map((each) => each.source), POLICY];
  if (share * BPS_ONE <= maxSlashable * WAD_ONE) {
    return [{ ...base, code: "slashable-within", level: "ok", measured, limit, evidence, effect: NONE }];
  }
  return [{ ...base, code: "slashable-above", measured, limit, evidence, ...answerOf(response, held) }];
}

/** Any change of the operator's allocations within the window; the digest says that something changed, not what. */
function judgeChange(
  context: RuleContext,
  { venue, operator }: { venue: VenueId; operator: Address },
): Finding[] {
  const figure = `allocations:${operator}`;
  const now = context.snapshot.figures.find((each) => each.venue === venue && each.figure === figure);
  const base = {
    rule: ID,
    subject: { kind: "operator", id: operator },
    measured: null,
    limit: null,
  } as const;
  if (now === undefined) {
    const effect = freezing(positionsAt(context, operator));
    return [{ ...base, code: "allocations-unknown", level: "unknown", evidence: [POLICY], effect }];
  }
  const before = figureBefore(context, { venue, figure });
  const changed = before.findLast((each) => each.value !== now.value);
  const compared = changed ?? before.at(-1);
  const seen = compared === undefined ? [] : [sampleSource(figureSeries(venue, figure), compared)];
  const evidence = [now.source, ...seen, POLICY];
  if (compared === undefined)
    return [{ ...base, code: "no-history-yet", level: "notice", evidence, effect: NONE }];
  const code = changed === undefined ? "allocations-unchanged" : "allocations-changed";
  return [{ ...base, code, level: changed === undefined ? "ok" : "notice", evidence, effect: NONE }];
}

/**
 * What operator sets may slash of an operator that the account is delegated to. Guards against risk that grows after the choice of an operator: it may allocate at any
 * time what others entrusted to it, and a deallocation stays slashable until its effect block, which the figure includes. A share above the limit is answered as the
 * policy says. A change of allocations is told as such, because it is the operator's ordinary business; without an earlier sample nothing changed that could have
 * been seen, so that is told too and stops nothing. Only operators that the account holds positions with are judged.
 */
export const operatorAllocations: Rule = {
  id: ID,
  codes: [
    "slashable-within",
    "slashable-above",
    "slashable-unknown",
    "allocations-unchanged",
    "allocations-changed",
    "allocations-unknown",
    "no-history-yet",
  ],
  evaluate: (context) => {
    const delegated = delegatedPositions(context);
    const inUse = new Map(
      delegated
        .filter(({ held }) => held.value > 0n)
        .map(({ held: { venue }, operator }) => [`${venue} ${operator}`, { venue, operator }]),
    );
    return [
      ...delegated.flatMap((each) => judgeShare(context, each)),
      ...[...inUse.values()].flatMap((each) => judgeChange(context, each)),
    ];
  },
};
