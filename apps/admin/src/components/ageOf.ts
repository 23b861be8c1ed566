export type AgeState = "fresh" | "ageing" | "stale";

/** Fresh until half its limit, ageing until the limit, stale after it. All in seconds. */
export function ageOf(age: number, limit: number): AgeState {
  if (age > limit) return "stale";
  return age * 2 > limit ? "ageing" : "fresh";
}
