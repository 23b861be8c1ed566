import type { RecordedStep } from "./recordedStep.ts";

/** Where a step stands in its file, and its own number where that is another. */
export const stepName = ({ i }: RecordedStep, index: number): string =>
  `steps[${index}]${i === index ? "" : ` (i = ${String(i)})`}`;
