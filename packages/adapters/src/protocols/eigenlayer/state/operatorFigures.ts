import { wad } from "@ballast/core";
import type { Answer } from "../../../chain/viewQuestion.ts";
import type { CoreContracts } from "../coreContracts.ts";
import { figureSubject } from "../figureSubject.ts";
import type { OperatorReading } from "../reading/readOperator.ts";
import type { EigenStrategy } from "../strategies.ts";
import { allocationsFingerprint } from "./allocationsFingerprint.ts";
import type { StatedFigure } from "./figureReadings.ts";
import { slashableAllocations } from "./slashableAllocations.ts";
import { slashableShareUp } from "./slashableShareUp.ts";

type About = { readonly core: CoreContracts; readonly strategies: readonly EigenStrategy[] };

function magnitudeOf({ magnitudes, operator }: OperatorReading, index: number): Answer<bigint> {
  if (!magnitudes.ok) return magnitudes;
  const value = magnitudes.value[index];
  if (value !== undefined) return { ok: true, value };
  const detail = "the answer has fewer strategies than were asked for";
  const subject = figureSubject(`magnitude:${operator}`);
  return { ok: false, missing: { subject, code: "short-data", retry: false, detail }, reverted: null };
}

function slashableOf(reading: OperatorReading, index: number): Answer<bigint> {
  const magnitude = magnitudeOf(reading, index);
  if (!magnitude.ok) return magnitude;
  const slashable = slashableAllocations(reading, index);
  if (!slashable.ok) return slashable;
  return { ok: true, value: slashableShareUp(slashable.value, wad(magnitude.value)) };
}

/** An operator's largest magnitude and slashable share by strategy, and the fingerprint of its allocations. */
export function operatorFigures(
  reading: OperatorReading,
  { core, strategies }: About,
): readonly StatedFigure[] {
  const { operator } = reading;
  const call = (method: string) => ({ kind: "call", contract: core.allocationManager, method }) as const;
  const perStrategy = strategies.flatMap(({ form }, index): readonly StatedFigure[] => [
    {
      figure: `magnitude:${operator}:${form}`,
      answer: magnitudeOf(reading, index),
      source: call("getMaxMagnitudes"),
    },
    {
      figure: `slashable:${operator}:${form}`,
      answer: slashableOf(reading, index),
      source: call("getStrategyAllocations"),
    },
  ]);
  const answer = allocationsFingerprint(reading, strategies);
  return [
    ...perStrategy,
    { figure: `allocations:${operator}`, answer, source: call("getStrategyAllocations") },
  ];
}
