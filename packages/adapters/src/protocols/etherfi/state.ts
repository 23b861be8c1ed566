import type { UnixSeconds, Wad } from "@ballast/core";
import type { Read } from "../../chain/read.ts";
import type { PoolReading } from "./readPool.ts";
import type { QueueReading } from "./readQueue.ts";
import type { RedemptionReading } from "./readRedemption.ts";
import type { SwitchAnswer } from "./readSwitches.ts";

/** Everything that was read of ether.fi beside what accounts hold. */
export type EtherfiState = {
  readonly now: UnixSeconds;
  readonly rate: Read<Wad>;
  readonly pool: PoolReading | null;
  readonly queue: QueueReading | null;
  readonly redemption: RedemptionReading | null;
  readonly switches: readonly SwitchAnswer[];
};
