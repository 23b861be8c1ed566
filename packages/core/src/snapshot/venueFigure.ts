import type { Source } from "../chain/types.ts";
import type { VenueId } from "../units/brands.ts";

/**
 * A figure that a venue states and that guards compare over time. The unit is the id's own:
 * `tvl` in base units; `exit-queue` value waiting in front of a new request, in base units; `implementation:<contract>`, `admin:<contract>`,
 * `owner:<contract>` an address as a number; `pause:<contract>` a bitmap, 0 when nothing is paused; `paused-until:<contract>` a time;
 * `magnitude:<operator>:<strategy>` the operator's largest slashable magnitude, a Wad that only a slash lowers;
 * `slashable:<operator>:<strategy>` the share of it that operator sets may slash, a Wad, pending deallocations included;
 * `allocations:<operator>` the first 16 bytes of keccak256 over the operator's allocations, so that any change shows.
 */
export type VenueFigure = {
  readonly venue: VenueId;
  readonly figure: string;
  readonly value: bigint;
  readonly source: Source;
};
