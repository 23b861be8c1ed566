import type { Source } from "@ballast/core";
import type { Answer } from "../../../chain/viewQuestion.ts";
import type { FigureReadings } from "../../../proxies/proxyFigures.ts";
import { EIGENLAYER_ID } from "../contracts.ts";
import { figureSubject } from "../figureSubject.ts";

/** A figure with where it comes from, read or not. */
export type StatedFigure = {
  readonly figure: string;
  readonly answer: Answer<bigint>;
  readonly source: Source;
};

/** Figures that were read, and for each of the others why it was not, under its own name. */
export const figureReadings = (stated: readonly StatedFigure[]): FigureReadings => ({
  figures: stated.flatMap(({ figure, answer, source }) =>
    answer.ok ? [{ venue: EIGENLAYER_ID, figure, value: answer.value, source }] : [],
  ),
  missing: stated.flatMap(({ figure, answer }) =>
    answer.ok ? [] : [{ ...answer.missing, subject: figureSubject(figure) }],
  ),
});
