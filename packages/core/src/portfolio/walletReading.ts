import type { PositionReading, Snapshot } from "../snapshot/types.ts";
import type { AssetId, PositionId, VenueId } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { baseUnits, rawAmount } from "../units/quantities.ts";
import { isBaseLike } from "./settlementAsset.ts";

/** An asset in the account itself: `lido:stETH`. Never a stake with an operator, which has an `@`. */
function isInWallet({ position, asset }: PositionReading, wanted: AssetId): boolean {
  return asset === wanted && position === `${position.slice(0, position.indexOf(":"))}:${wanted}`;
}

/**
 * The position that an asset lies in once the account itself holds it: `idle:` for the base asset and its wrapped form, else the venue that states the
 * asset's rate. Empty when the account's readings have none; null when nobody states a rate, since then it has no value that is known.
 */
export function walletReading(snapshot: Snapshot, asset: AssetId): PositionReading | null {
  const [read] = snapshot.positions
    .filter((held) => isInWallet(held, asset))
    .toSorted((a, b) => compareText(a.position, b.position));
  if (read !== undefined) return read;
  const rate = snapshot.rates.find((each) => each.asset === asset);
  const venue = isBaseLike(asset, snapshot.baseAsset) ? ("idle" as VenueId) : rate?.venue;
  if (venue === undefined) return null;
  const position = `${venue}:${asset}` as PositionId;
  const source = { kind: "policy", path: "universe" } as const;
  return { position, venue, asset, amount: rawAmount(0n), value: baseUnits(0n), source };
}
