import type { Refusal } from "./refusal.ts";

/** Nothing is said to pass that depends on what was not read. */
export const couldNotTell = (what: string): Refusal => ({
  error: "CouldNotTell",
  text: `It cannot be told whether this would pass: ${what} could not be read. Read again before acting.`,
});
