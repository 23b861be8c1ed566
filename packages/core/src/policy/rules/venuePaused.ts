import type { Source } from "../../chain/types.ts";
import type { VenueFigure } from "../../snapshot/venueFigure.ts";
import type { UnixSeconds } from "../../units/brands.ts";
import { seconds } from "../../units/times.ts";
import type { Finding } from "../finding.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerSights, type Sight } from "./answer.ts";
import { concernedFigures, type VenueFigures } from "./concernedFigures.ts";
import { unreadFigures } from "./unreadFigures.ts";
import { venueStops } from "./venueStops.ts";
import { waysLeft } from "./waysLeft.ts";

const ID = "venue-paused";
const POLICY: Source = { kind: "policy", path: "guards.venuePaused" };
/** An end later than this is none: contracts write "for ever" as the largest number. */
const FOR_EVER = 100n * 365n * 86_400n;

const isPause = (figure: string) => figure.startsWith("pause:") || figure.startsWith("paused-until:");

/** What a pause figure says at a time; null when nothing is paused. The second that a pause ends with still pauses. */
function pauseOf(
  { figure, value }: VenueFigure,
  now: UnixSeconds,
): Pick<Finding, "code" | "measured"> | null {
  if (figure.startsWith("pause:"))
    return value === 0n ? null : { code: "paused", measured: { unit: "count", value } };
  if (value < now) return null;
  if (value - now > FOR_EVER) return { code: "paused", measured: { unit: "count", value: 1n } };
  return { code: "paused-until", measured: { unit: "seconds", value: seconds(value - now) } };
}

function pauses({ snapshot }: RuleContext, { venue, figures, positions }: VenueFigures): Sight[] {
  return figures.flatMap((each): Sight[] => {
    const pause = pauseOf(each, snapshot.block.timestamp);
    if (pause === null) return [];
    const subject = { kind: "figure", id: `${venue}:${each.figure}` } as const;
    const finding = { ...pause, subject, limit: null, evidence: [each.source, POLICY] };
    return [{ finding, level: "tripped", positions }];
  });
}

function running({ venue, figures, positions }: VenueFigures): Sight {
  const nothing = { unit: "count", value: 0n } as const;
  const evidence = [...figures.map((each) => each.source), POLICY];
  const subject = { kind: "venue", id: venue } as const;
  const finding = { code: "nothing-paused", subject, measured: nothing, limit: nothing, evidence };
  return { finding, level: "ok", positions };
}

/**
 * Takes a protocol at its word. What it stops is stopped, whatever the policy says: paused or capped for entries, nothing is entered there; stopped for
 * exits, no rebalance counts on leaving, and for what is held there the best remaining way out is named. A paused contract is told beside that, because it may stop more
 * than the venue's flags know, and answered as the policy says. Guards against a batch that reverts in front of the signers. It judges the present
 * and needs no history. A pause that could not be read is unknown and freezes entries.
 */
export const venuePaused: Rule = {
  id: ID,
  codes: [
    "venue-says",
    "entries-stopped",
    "exits-stopped",
    "market-remains",
    "nothing-remains",
    "nothing-paused",
    "paused",
    "paused-until",
    "exit-asked",
    "figure-unknown",
  ],
  evaluate: (context) => {
    const { response } = guardOf(context.policy, "venuePaused");
    const sights = concernedFigures(context, isPause).flatMap((each) => {
      const paused = pauses(context, each);
      return paused.length === 0 ? [running(each)] : paused;
    });
    return [
      ...[...venueStops(context), ...waysLeft(context.snapshot)].map((found) => ({ rule: ID, ...found })),
      ...answerSights(context, { rule: ID, response, sights }),
      ...unreadFigures(context, { rule: ID, isOf: isPause }),
    ];
  },
};
