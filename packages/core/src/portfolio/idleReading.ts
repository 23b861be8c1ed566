import type { PositionReading, Snapshot } from "../snapshot/types.ts";
import type { PositionId } from "../units/brands.ts";
import { venueOf } from "../units/ids.ts";
import { baseUnits, rawAmount } from "../units/quantities.ts";
import { settlementAsset } from "./settlementAsset.ts";

/** The position that money between trades lies in: the settlement asset, idle. Empty when the account's readings have none. */
export function idleReading(snapshot: Snapshot): PositionReading {
  const asset = settlementAsset(snapshot.baseAsset);
  const position = `idle:${asset}` as PositionId;
  const read = snapshot.positions.find((held) => held.position === position);
  const source = { kind: "policy", path: "universe" } as const;
  return (
    read ?? { position, venue: venueOf(position), asset, amount: rawAmount(0n), value: baseUnits(0n), source }
  );
}
