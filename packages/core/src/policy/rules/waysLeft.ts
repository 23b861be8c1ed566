import type { Source } from "../../chain/types.ts";
import { bestCurve } from "../../curve/bestCurve.ts";
import { settlementAsset } from "../../portfolio/settlementAsset.ts";
import type { PositionReading, Snapshot } from "../../snapshot/types.ts";
import { compareText } from "../../units/compareText.ts";
import type { Finding } from "../finding.ts";

/** What stops every way out of a position through its protocol; empty when one is open, or when the protocol has none to stop. */
function stoppedBy({ flags, exits }: Snapshot, { position, venue }: PositionReading): Source[] {
  const said = flags
    .filter((flag) => flag.venue === venue && (flag.stops === "exits" || flag.stops === "both"))
    .toSorted((a, b) => compareText(a.code, b.code));
  const ways = exits
    .filter((each) => each.position === position)
    .toSorted((a, b) => compareText(a.way, b.way));
  const isShut = said.length > 0 || (ways.length > 0 && ways.every((each) => each.stoppedBy.length > 0));
  return isShut ? [...said, ...ways].map((each) => each.source) : [];
}

/**
 * Of each held position that its protocol lets nobody leave: whether a market still takes it, which is then the best that remains. Nothing follows
 * from it by itself: an exit that reverts must not be proposed, and whether to sell is another guard's to say. Sorted by position.
 */
export function waysLeft(snapshot: Snapshot): Omit<Finding, "rule">[] {
  const assetOut = settlementAsset(snapshot.baseAsset);
  return snapshot.positions
    .filter((held) => held.value > 0n)
    .toSorted((a, b) => compareText(a.position, b.position))
    .flatMap((held): Omit<Finding, "rule">[] => {
      const stops = stoppedBy(snapshot, held);
      if (stops.length === 0) return [];
      const curve = bestCurve(snapshot, { assetIn: held.asset, assetOut, size: held.amount });
      return [
        {
          code: curve === null ? "nothing-remains" : "market-remains",
          subject: { kind: "position", id: held.position },
          level: "critical",
          measured: { unit: "base", value: held.value },
          limit: null,
          evidence: [held.source, ...stops, ...(curve === null ? [] : [curve.source])],
          effect: { kind: "none" },
        },
      ];
    });
}
