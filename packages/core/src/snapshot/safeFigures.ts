import { contentId } from "../encoding/contentId.ts";
import type { SafeState } from "./types.ts";

/** Parts of a Safe that decide who can move its money and how. */
export const SAFE_FIELDS = [
  "owners",
  "threshold",
  "modules",
  "guard",
  "fallback-handler",
  "singleton",
] as const;

export type SafeField = (typeof SAFE_FIELDS)[number];

/** A part of the Safe as a number that another state of it does not have. */
export type SafeFigure = { readonly field: SafeField; readonly value: bigint };

/** The first 16 bytes of the list's content id, so that any change shows; the order is none. */
function digest(addresses: readonly string[]): bigint {
  return BigInt(contentId("safe-list", [...addresses].sort()).slice(0, 34));
}

/** What guards compare of a Safe over time: digests of lists, the threshold as it is, addresses as numbers. In the order of SAFE_FIELDS. */
export function safeFigures(safe: SafeState): readonly SafeFigure[] {
  const values: Readonly<Record<SafeField, bigint>> = {
    owners: digest(safe.owners),
    threshold: safe.threshold,
    modules: digest(safe.modules),
    guard: BigInt(safe.guard),
    "fallback-handler": BigInt(safe.fallbackHandler),
    singleton: BigInt(safe.singleton),
  };
  return SAFE_FIELDS.map((field) => ({ field, value: values[field] }));
}
