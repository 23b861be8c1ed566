import { rateOf } from "../../portfolio/rateOf.ts";
import type { PositionReading, Snapshot } from "../../snapshot/types.ts";
import type { AssetId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { sumValues } from "../../units/order.ts";
import { valueUp } from "../../units/value.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import { yardstick } from "./backing.ts";
import type { Stake } from "./treasury.ts";

/** What an account has in one asset, and whether it may have more there than could be seen. */
export type AssetStake = Stake & { readonly isPartial: boolean };

/** Whether one is the other, or both grow by the same rate. */
function isSame(snapshot: Snapshot, [a, b]: readonly [AssetId, AssetId]): boolean {
  return yardstick({ snapshot }, a) === yardstick({ snapshot }, b);
}

/** Assets whose loss a position bears: its own, and what its protocol pays it out in. */
function assetsOf({ exits }: Snapshot, { position, asset }: PositionReading): AssetId[] {
  return [asset, ...exits.filter((each) => each.position === position).map((each) => each.assetOut)];
}

function isExitUnread({ missing }: Snapshot, { position, value }: PositionReading): boolean {
  return value > 0n && missing.some(({ subject }) => subject.startsWith(`exit:${position}:`));
}

/**
 * What an account has in one asset, in whatever form: positions in it, in what grows by its rate or in what their protocol pays out in it, and withdrawals that will pay in it, rounded up. Partial
 * where the way out of another position was not read: it may pay in the asset.
 */
export function assetStake(snapshot: Snapshot, asset: AssetId): AssetStake {
  const isMeant = (own: AssetId) => isSame(snapshot, [own, asset]);
  const held = snapshot.positions
    .filter((each) => assetsOf(snapshot, each).some(isMeant))
    .toSorted((a, b) => compareText(a.position, b.position));
  const paid = snapshot.tickets.flatMap(({ pays }) => pays).filter((pay) => isMeant(pay.asset));
  const waiting = paid.map((pay) => valueUp(pay.payout, rateOf(snapshot, pay.asset) ?? WAD_ONE));
  return {
    account: snapshot.account.address,
    held,
    value: sumValues([...held.map((each) => each.value), ...waiting]),
    isPartial: snapshot.positions.some((each) => !held.includes(each) && isExitUnread(snapshot, each)),
  };
}
