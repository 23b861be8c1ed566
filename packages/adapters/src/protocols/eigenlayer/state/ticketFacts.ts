import type { BlockNumber } from "@ballast/core";
import type { ManagersReading } from "../reading/readManagers.ts";
import type { StrategyReading } from "../reading/readStrategy.ts";

/** What every ticket depends on beside its own withdrawal. */
export type TicketFacts = {
  readonly strategies: readonly StrategyReading[];
  readonly managers: ManagersReading;
  readonly block: BlockNumber;
};
