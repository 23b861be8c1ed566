import { isPaused } from "../isPaused.ts";
import { couldNotTell } from "./couldNotTell.ts";
import { figureIn } from "./figureIn.ts";
import type { EigenLayerReading } from "./reading.ts";
import type { Refusal } from "./refusal.ts";

/** One bit of one contract, and what it stops in words: `new deposits`. */
export type PauseBit = { readonly contract: string; readonly bit: bigint; readonly what: string };

/** CurrentlyPaused, with the contract and the bit that the error itself does not name; null when it runs. */
export function pauseRefusal(reading: EigenLayerReading, { contract, bit, what }: PauseBit): Refusal | null {
  const bitmap = figureIn(reading, `pause:${contract}`);
  if (bitmap === null) return couldNotTell(`the pauses of ${contract}`);
  if (!isPaused(bitmap, bit)) return null;
  const text = `${what} paused by EigenLayer (${contract}.paused() is ${bitmap}: bit ${bit} is set). Wait for Unpaused; nobody outside can lift it.`;
  return { error: "CurrentlyPaused", text };
}
