import type { Address } from "@ballast/core";

/** The operator that a position's id names; null when it names none. */
export function operatorOf(position: string): Address | null {
  const at = position.indexOf("@");
  return at === -1 ? null : (position.slice(at + 1) as Address);
}
