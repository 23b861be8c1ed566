import type { Snapshot } from "../snapshot/types.ts";
import type { AssetId } from "../units/brands.ts";

function isQuoted({ curves }: Snapshot, asset: AssetId): boolean {
  return curves.some((each) => each.assetIn === asset || each.assetOut === asset);
}

/** A quote was asked for: `route:<id>:<in>><out>` names the asset. */
function isQuoteMissing({ missing }: Snapshot, asset: AssetId): boolean {
  return missing.some(({ subject }) => {
    if (!subject.startsWith("route:")) return false;
    const pair = subject.slice(subject.lastIndexOf(":") + 1);
    return pair.split(">").includes(asset);
  });
}

/** The protocol's own way out was read, or is known to be missing. */
function hasProtocolExit({ exits, positions, missing }: Snapshot, asset: AssetId): boolean {
  const held = positions.filter((each) => each.asset === asset).map((each) => `exit:${each.position}:`);
  return (
    exits.some((each) => each.assetIn === asset) ||
    missing.some(({ subject }) => held.some((prefix) => subject.startsWith(prefix)))
  );
}

/**
 * Whether markets are expected to trade an asset, so that a quote that is not there is a quote that was missed. Not for one that only its protocol takes back (shares of
 * a restaking strategy), nor for the rebasing form of another asset, which is wrapped before it is traded; unless somebody quotes it all the same.
 */
export function isMarketAsset(snapshot: Snapshot, asset: AssetId): boolean {
  if (isQuoted(snapshot, asset) || isQuoteMissing(snapshot, asset)) return true;
  const isRebasing = snapshot.rates.some((each) => each.asset === asset && each.growsWith !== undefined);
  return !isRebasing && !hasProtocolExit(snapshot, asset);
}
