import type { EigenLayerReading } from "./reading.ts";

/** A figure of the reading; null when it was not read (or there is none: a strategy without limits has no limit figures). */
export const figureIn = ({ venue }: EigenLayerReading, figure: string): bigint | null =>
  venue.figures.find((one) => one.figure === figure)?.value ?? null;
