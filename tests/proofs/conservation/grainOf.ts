import type { PositionReading, Snapshot } from "@ballast/core";
import { total } from "./total.ts";

const ETH = 10n ** 18n;

/** Of a position: its rate is floored to a wei for each whole token, its value to a wei; a rebasing balance to a wei more. */
const ofPosition = ({ venue, asset, amount }: PositionReading): bigint =>
  venue === "idle" ? 0n : asset === "stETH" ? 1n : amount / ETH + 2n;

/**
 * By how many wei a reading may be below what is held: what the rounding down of the adapters' values comes to at this moment. It does not add up from step to
 * step. A ticket's payout is floored once, or at Lido and ether.fi first by its rate of 27 digits: a wei and the beginning of another.
 */
export const grainOf = ({ positions, tickets }: Snapshot): bigint =>
  total(positions.map(ofPosition)) + 2n * BigInt(tickets.length);
