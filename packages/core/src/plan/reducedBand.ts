import type { Finding } from "../policy/finding.ts";
import type { Band } from "../policy/policy.ts";
import type { BaseUnits, PositionId } from "../units/brands.ts";
import { max, min } from "../units/order.ts";
import { bps } from "../units/quantities.ts";
import { BPS_ONE, shareDown } from "../units/share.ts";

/** Limits that the allocator works out itself, finer than by one position. */
const KNOWN = ["position-band", "protocol-cap"];

/** What broken limits ask that the allocator does not work out itself, without urgency: the lowest target of each position. */
export function askedReductions(findings: readonly Finding[]): ReadonlyMap<PositionId, BaseUnits> {
  const targets = new Map<PositionId, BaseUnits>();
  for (const { rule, effect } of findings) {
    if (effect.kind !== "reduce-to" || effect.urgent || KNOWN.includes(rule)) continue;
    targets.set(effect.position, min(targets.get(effect.position) ?? effect.target, effect.target));
  }
  return targets;
}

/**
 * The band that a broken limit leaves of a position's own: its maximum is the target's share of the account, rounded down, never below the minimum. So a cap that spans positions is
 * repaired as a band is: by a sale to the nearest point inside, less the hysteresis. Where the minimum forbids it the two limits contradict each other, and people have to choose.
 */
export function reducedBand(
  band: Band,
  { target, total }: { readonly target: BaseUnits | undefined; readonly total: BaseUnits },
): Band {
  if (target === undefined) return band;
  const share = bps(min(shareDown(target, total), BPS_ONE));
  return { ...band, max: max(band.min, min(band.max, share)) };
}
