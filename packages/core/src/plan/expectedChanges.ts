import type { AssetId, Bps } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { mulDivUp } from "../units/mulDiv.ts";
import { BPS_ONE } from "../units/share.ts";
import type { Action, BalanceChange } from "./types.ts";

type Bounds = { atLeast: bigint; atMost: bigint };

/**
 * Bounds on the account's change in every asset that the actions touch. What is spent is exact; what is received lies between the
 * minimum and the quote plus the ceiling, since quotes by chords are low and a pool may have moved for us. The settlement asset keeps
 * what exits bring beyond what entries spend. An asset that is not listed must not change at all.
 */
export function expectedChanges(actions: readonly Action[], ceiling: Bps): BalanceChange[] {
  const changes = new Map<AssetId, Bounds>();
  const at = (asset: AssetId): Bounds => {
    const bounds = changes.get(asset) ?? { atLeast: 0n, atMost: 0n };
    changes.set(asset, bounds);
    return bounds;
  };
  for (const { spend, receive } of actions) {
    const from = at(spend.asset);
    from.atLeast -= spend.amount;
    from.atMost -= spend.amount;
    const to = at(receive.asset);
    to.atLeast += receive.atLeast;
    to.atMost += mulDivUp(receive.expected, { times: BPS_ONE + ceiling, over: BPS_ONE });
  }
  return [...changes]
    .map(([asset, bounds]) => ({ asset, ...bounds }))
    .toSorted((a, b) => compareText(a.asset, b.asset));
}
