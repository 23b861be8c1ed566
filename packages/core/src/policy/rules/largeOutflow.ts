import type { Source } from "../../chain/types.ts";
import { figureSeries, rateSeries, seriesOf } from "../../history/seriesOf.ts";
import type { Sample } from "../../history/types.ts";
import { figureBefore, sampleSource } from "../../history/windowSamples.ts";
import { rateOf } from "../../portfolio/rateOf.ts";
import type { VenueFigure } from "../../snapshot/venueFigure.ts";
import type { AssetId, VenueId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import type { Finding } from "../finding.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerSights, type Sight } from "./answer.ts";
import { yardstick } from "./backing.ts";
import { concernedFigures } from "./concernedFigures.ts";
import { fallFrom } from "./fallFrom.ts";
import { unreadFigures } from "./unreadFigures.ts";
import { unseen } from "./unseen.ts";

const ID = "large-outflow";
const POLICY: Source = { kind: "policy", path: "guards.largeOutflow" };
const isTvl = (figure: string) => figure === "tvl";

/** The asset by whose rate the venue's value grows: of several the first by name, which grow alike. null for a venue without a rate. */
function unitOf({ snapshot }: RuleContext, venue: VenueId): AssetId | null {
  const [first] = snapshot.rates
    .filter((each) => each.venue === venue)
    .map((each) => yardstick({ snapshot }, each.asset))
    .sort(compareText);
  return first ?? null;
}

/** A value and the rate of its time: units are value ÷ rate, compared by cross-multiplying. */
type Holding = { readonly value: bigint; readonly rate: bigint; readonly sample: Sample };

function holdingsBefore(
  context: RuleContext,
  { figure: { venue, figure }, unit }: { figure: VenueFigure; unit: AssetId },
): Holding[] {
  const rates = seriesOf(context.history, rateSeries(unit)).filter((each) => each.value > 0n);
  return figureBefore(context, { venue, figure }).flatMap((sample): Holding[] => {
    const rate = rates.findLast((each) => each.block <= sample.block);
    return rate === undefined ? [] : [{ value: sample.value, rate: rate.value, sample }];
  });
}

/** The most units, the oldest of equals. */
function most(holdings: readonly Holding[]): Holding | undefined {
  return holdings.reduce<Holding | undefined>(
    (top, each) => (top !== undefined && top.value * each.rate >= each.value * top.rate ? top : each),
    undefined,
  );
}

function judge(
  context: RuleContext,
  { figure, unit, rate }: { figure: VenueFigure; unit: AssetId; rate: bigint },
): Omit<Sight, "positions"> {
  const { threshold } = guardOf(context.policy, "largeOutflow");
  const top = most(holdingsBefore(context, { figure, unit }));
  const { venue, source } = figure;
  const subject = { kind: "venue", id: venue } as const;
  const limit = { unit: "bps", value: threshold } as const;
  if (top === undefined) {
    const finding = { code: "no-history-yet", subject, measured: null, limit, evidence: [source, POLICY] };
    return { level: "notice", finding };
  }
  const { share, isBeyond } = fallFrom(top.value * rate, { now: figure.value * top.rate, threshold });
  const seen = [
    sampleSource(figureSeries(venue, figure.figure), top.sample),
    sampleSource(rateSeries(unit), top.sample),
  ];
  const finding = {
    code: isBeyond ? "flow-out" : "flow-steady",
    subject,
    measured: { unit: "bps", value: share },
    limit,
    evidence: [source, ...seen, POLICY],
  } as const;
  return { level: isBeyond ? "tripped" : "ok", finding };
}

function unknown(venue: VenueId, positions: Sight["positions"]): Finding {
  const subject = { kind: "venue", id: venue } as const;
  return unseen({ rule: ID, code: "rate-unknown", subject, evidence: [POLICY], positions });
}

/**
 * More was taken out of a venue within the window than the threshold: its units, which are its value at its own rate, fell. Guards against a run, and against a theft that a rate does not show
 * yet: unlike the fall of the value, a loss that everybody shares is none here, and growth of the rate hides no outflow. Compared exactly; shown rounded up. A keeper that has just started has seen
 * no flow: told, and nothing stops. A value or a rate that could not be read is unknown and freezes entries.
 */
export const largeOutflow: Rule = {
  id: ID,
  codes: ["flow-steady", "flow-out", "exit-asked", "no-history-yet", "figure-unknown", "rate-unknown"],
  evaluate: (context) => {
    const { response } = guardOf(context.policy, "largeOutflow");
    const unread: Finding[] = [];
    const sights: Sight[] = [];
    for (const { venue, figures, positions } of concernedFigures(context, isTvl)) {
      const unit = unitOf(context, venue);
      const rate = unit === null ? null : rateOf(context.snapshot, unit);
      if (unit === null || rate === null) unread.push(unknown(venue, positions));
      else
        sights.push(...figures.map((figure) => ({ ...judge(context, { figure, unit, rate }), positions })));
    }
    return [
      ...unread,
      ...answerSights(context, { rule: ID, response, sights }),
      ...unreadFigures(context, { rule: ID, isOf: isTvl }),
    ];
  },
};
