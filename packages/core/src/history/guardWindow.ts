import type { Policy } from "../policy/policy.ts";
import type { Seconds } from "../units/brands.ts";

/** A day: long enough to hold the one report a day that ether.fi and Lido make, short enough to be news. */
export const DEFAULT_GUARD_WINDOW = 86_400n as Seconds;

/** How far back the guards of a policy compare figures and rates. */
export function guardWindow({ guards }: Pick<Policy, "guards">): Seconds {
  return guards.window ?? DEFAULT_GUARD_WINDOW;
}
