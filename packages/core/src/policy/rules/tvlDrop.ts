import type { Source } from "../../chain/types.ts";
import { figureSeries } from "../../history/seriesOf.ts";
import { figureBefore, highest, sampleSource } from "../../history/windowSamples.ts";
import type { VenueFigure } from "../../snapshot/venueFigure.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerSights, type Sight } from "./answer.ts";
import { concernedFigures } from "./concernedFigures.ts";
import { fallFrom } from "./fallFrom.ts";
import { unreadFigures } from "./unreadFigures.ts";

const ID = "tvl-drop";
const POLICY: Source = { kind: "policy", path: "guards.tvlDrop" };
const isTvl = (figure: string) => figure === "tvl";

function judge(
  context: RuleContext,
  { venue, figure, value, source }: VenueFigure,
): Omit<Sight, "positions"> {
  const { threshold } = guardOf(context.policy, "tvlDrop");
  const top = highest(figureBefore(context, { venue, figure }));
  const subject = { kind: "venue", id: venue } as const;
  const limit = { unit: "bps", value: threshold } as const;
  if (top === undefined) {
    const finding = { code: "no-history-yet", subject, measured: null, limit, evidence: [source, POLICY] };
    return { level: "notice", finding };
  }
  const { share, isBeyond } = fallFrom(top.value, { now: value, threshold });
  const finding = {
    code: isBeyond ? "tvl-fell" : "tvl-steady",
    subject,
    measured: { unit: "bps", value: share },
    limit,
    evidence: [source, sampleSource(figureSeries(venue, figure), top), POLICY],
  } as const;
  return { level: isBeyond ? "tripped" : "ok", finding };
}

/**
 * The value in a venue fell by more than the threshold from the highest of the window. Guards against being the last to leave: others see something, or something was
 * taken. The fall is in base units, so a falling price of the base asset is none. Compared exactly; shown rounded up. A keeper that has just started has
 * nothing to compare with and has seen no fall: told, and nothing stops. A figure that could not be read is unknown and freezes entries.
 */
export const tvlDrop: Rule = {
  id: ID,
  codes: ["tvl-steady", "tvl-fell", "exit-asked", "no-history-yet", "figure-unknown"],
  evaluate: (context) => {
    const sights = concernedFigures(context, isTvl).flatMap(({ figures, positions }) =>
      figures.map((each) => ({ ...judge(context, each), positions })),
    );
    const { response } = guardOf(context.policy, "tvlDrop");
    return [
      ...answerSights(context, { rule: ID, response, sights }),
      ...unreadFigures(context, { rule: ID, isOf: isTvl }),
    ];
  },
};
