import type { Source } from "../../chain/types.ts";
import { figureSeries } from "../../history/seriesOf.ts";
import { figureBefore, lowest, sampleSource } from "../../history/windowSamples.ts";
import type { VenueFigure } from "../../snapshot/venueFigure.ts";
import type { BaseUnits } from "../../units/brands.ts";
import { subtractToZero } from "../../units/order.ts";
import { baseUnits } from "../../units/quantities.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerSights, type Sight } from "./answer.ts";
import { concernedFigures } from "./concernedFigures.ts";
import { unreadFigures } from "./unreadFigures.ts";

const ID = "exit-queue";
const POLICY: Source = { kind: "policy", path: "guards.exitQueue" };
const isQueue = (figure: string) => figure === "exit-queue";

type Seen = Omit<Sight, "positions">;

function length({ policy }: RuleContext, { venue, value, source }: VenueFigure): Seen {
  const { limit } = guardOf(policy, "exitQueue");
  const isLong = value > limit;
  const finding = {
    code: isLong ? "queue-long" : "queue-short",
    subject: { kind: "venue", id: venue },
    measured: { unit: "base", value: baseUnits(value) },
    limit: { unit: "base", value: limit },
    evidence: [source, POLICY],
  } as const;
  return { level: isLong ? "tripped" : "ok", finding };
}

/** Growth since the shortest queue of the window; nothing to say while it is within the limit. */
function growth(context: RuleContext, { venue, figure, value, source }: VenueFigure): Seen[] {
  const { growth: most } = guardOf(context.policy, "exitQueue");
  const shortest = lowest(figureBefore(context, { venue, figure }));
  const subject = { kind: "venue", id: venue } as const;
  const limit = { unit: "base", value: most } as const;
  if (shortest === undefined) {
    const finding = { code: "no-history-yet", subject, measured: null, limit, evidence: [source, POLICY] };
    return [{ level: "notice", finding }];
  }
  const grown = subtractToZero<bigint>(value, shortest.value) as BaseUnits;
  if (grown <= most) return [];
  const measured = { unit: "base", value: grown } as const;
  const evidence = [source, sampleSource(figureSeries(venue, figure), shortest), POLICY];
  return [{ level: "tripped", finding: { code: "queue-growing", subject, measured, limit, evidence } }];
}

/**
 * The value that waits to leave a venue is above a limit, or grew by more than a limit from the lowest of the window. Guards against a door that narrows: what joins a long
 * queue stays at the protocol's risk for as long as it takes. Both limits are amounts, because a short queue doubles on any day. The length needs no history; its
 * growth does, and a keeper that has just started says so and stops nothing. A figure that could not be read is unknown and freezes entries.
 */
export const exitQueue: Rule = {
  id: ID,
  codes: ["queue-short", "queue-long", "queue-growing", "exit-asked", "no-history-yet", "figure-unknown"],
  evaluate: (context) => {
    const sights = concernedFigures(context, isQueue).flatMap(({ figures, positions }) =>
      figures
        .flatMap((each) => [length(context, each), ...growth(context, each)])
        .map((seen): Sight => ({ ...seen, positions })),
    );
    const { response } = guardOf(context.policy, "exitQueue");
    return [
      ...answerSights(context, { rule: ID, response, sights }),
      ...unreadFigures(context, { rule: ID, isOf: isQueue }),
    ];
  },
};
