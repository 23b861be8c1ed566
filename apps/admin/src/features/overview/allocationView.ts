import type { BandBarFigures } from "../../components/BandBar.tsx";
import type { Category } from "../../format/venue.ts";

export type AllocationRow = {
  readonly position: string;
  readonly name: string;
  readonly venue: string;
  readonly category: Category;
  /** ETH, two decimals. */
  readonly value: string;
  readonly exact: string;
  /** null while a part of the account could not be read. */
  readonly share: string | null;
  /** `above its maximum`, `below its minimum`, or empty. */
  readonly outside: string;
  readonly band: BandBarFigures | null;
  /** Said in place of a bar where there is no band. */
  readonly note: string;
  /** For a phone: `. Band 25 to 37 %, target 34 %`. */
  readonly bandText: string;
  readonly target: string;
  readonly drift: string;
};

export type AllocationView = {
  readonly policy: string;
  readonly rows: readonly AllocationRow[];
  /** Basis points at the right edge of every bar: a multiple of ten per cent, or of twenty above sixty. */
  readonly scale: number;
  readonly total: string | null;
  readonly totalExact: string;
  readonly targets: string;
};
