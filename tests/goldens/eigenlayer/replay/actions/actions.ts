import type { Action } from "../Action.ts";
import { beaconBalanceUpdate } from "./beaconBalanceUpdate.ts";
import { changeBalance } from "./changeBalance.ts";
import { completeQueuedWithdrawal } from "./completeQueuedWithdrawal.ts";
import { delegateTo } from "./delegateTo.ts";
import { deposit } from "./deposit.ts";
import { deregisterFromOperatorSets } from "./deregisterFromOperatorSets.ts";
import { modifyAllocations } from "./modifyAllocations.ts";
import { queueWithdrawals } from "./queueWithdrawals.ts";
import { redelegate } from "./redelegate.ts";
import { slashOperator } from "./slashOperator.ts";
import { undelegate } from "./undelegate.ts";

/** Every kind of step that is a transaction; `mine` is none. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  beaconBalanceUpdate,
  completeQueuedWithdrawal,
  delegateTo,
  deposit,
  deregisterFromOperatorSets,
  donateToStrategy: changeBalance("mint"),
  modifyAllocations,
  queueWithdrawals,
  redelegate,
  slashOperator,
  tokenLossInStrategy: changeBalance("burn"),
  undelegate,
};
