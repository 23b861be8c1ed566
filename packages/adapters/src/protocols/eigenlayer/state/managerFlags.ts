import type { Flag } from "@ballast/core";
import { EIGENLAYER_ID } from "../contracts.ts";
import { isPaused } from "../isPaused.ts";
import { PAUSE_BITS } from "../pauseBits.ts";
import type { ManagersReading } from "../reading/readManagers.ts";

type PauseFlag = { readonly contract: string; readonly bit: bigint } & Pick<Flag, "code" | "stops">;

const { strategyManager, delegationManager, allocationManager } = PAUSE_BITS;

/** Paused claims stop no exit: entering the queue starts the wait, and the tickets themselves say that they cannot be claimed. */
const FLAGS: readonly PauseFlag[] = [
  { contract: "strategyManager", bit: strategyManager.deposits, code: "deposits-paused", stops: "entries" },
  {
    contract: "delegationManager",
    bit: delegationManager.newDelegation,
    code: "delegation-paused",
    stops: "none",
  },
  { contract: "delegationManager", bit: delegationManager.enterQueue, code: "queue-paused", stops: "exits" },
  { contract: "delegationManager", bit: delegationManager.exitQueue, code: "claims-paused", stops: "none" },
  { contract: "allocationManager", bit: allocationManager.slashing, code: "slashing-paused", stops: "none" },
];

/** What the pause bitmaps of EigenLayer's own contracts stop. One that was not read is missing as a figure and stops nothing here. */
export const managerFlags = ({ pauses }: ManagersReading): readonly Flag[] =>
  FLAGS.flatMap(({ contract, bit, code, stops }) => {
    const pause = pauses.find(({ name }) => name === contract);
    if (pause === undefined || !pause.paused.ok || !isPaused(pause.paused.value, bit)) return [];
    const source = { kind: "call", contract: pause.address, method: "paused" } as const;
    return [{ venue: EIGENLAYER_ID, code, stops, source }];
  });
