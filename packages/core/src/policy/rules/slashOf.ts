import type { Source } from "../../chain/types.ts";
import { figureSeries } from "../../history/seriesOf.ts";
import type { Sample } from "../../history/types.ts";
import { figureBefore, highest, sampleSource } from "../../history/windowSamples.ts";
import type { VenueFigure } from "../../snapshot/venueFigure.ts";
import type { BaseUnits, BlockNumber, Bps } from "../../units/brands.ts";
import { mulDivUp } from "../../units/mulDiv.ts";
import { baseUnits, ratioBps } from "../../units/quantities.ts";
import { BPS_ONE } from "../../units/share.ts";
import type { RuleContext } from "../rule.ts";

/** What was taken from an operator's stake in one strategy. */
export type Slash = {
  readonly before: Sample;
  readonly now: bigint;
  readonly evidence: readonly Source[];
};

type Question = {
  readonly figures: readonly VenueFigure[];
  /** Earlier samples do not count. */
  readonly since?: BlockNumber;
};

/** Each figure beside the highest sample of the window; those without a sample are left out. */
export function comparedMagnitudes(
  context: RuleContext,
  { figures, since = 0n as BlockNumber }: Question,
): Slash[] {
  return figures.flatMap((figure): Slash[] => {
    const before = highest(figureBefore(context, figure).filter((each) => each.block >= since));
    if (before === undefined) return [];
    const series = figureSeries(figure.venue, figure.figure);
    return [{ before, now: figure.value, evidence: [figure.source, sampleSource(series, before)] }];
  });
}

/** The one that lost the largest share; undefined when none lost anything. Compared by cross-multiplying; the first of equals. */
export function worstSlash(compared: readonly Slash[]): Slash | undefined {
  return compared
    .filter(({ before, now }) => now < before.value)
    .reduce<Slash | undefined>(
      (worst, each) =>
        worst && worst.now * each.before.value <= each.now * worst.before.value ? worst : each,
      undefined,
    );
}

/** Share of the stake that was lost, in basis points, rounded up. */
export function slashedBpsUp({ before, now }: Slash): Bps {
  return ratioBps(mulDivUp(before.value - now, { times: BPS_ONE, over: before.value }));
}

/**
 * What is worth `value` now was worth before the slash, rounded up: withdrawable shares are proportional to the magnitude (EigenLayer,
 * SlashingLib.sol). null after a slash to nothing, when what is left tells nothing.
 */
export function valueBeforeUp(value: BaseUnits, { before, now }: Slash): BaseUnits | null {
  return now === 0n ? null : baseUnits(mulDivUp(value, { times: before.value, over: now }));
}
