import type { Answer } from "../../../chain/viewQuestion.ts";
import { isPaused } from "../isPaused.ts";
import { PAUSE_BITS } from "../pauseBits.ts";
import type { ManagersReading } from "../reading/readManagers.ts";
import type { StrategyReading } from "../reading/readStrategy.ts";
import { pauseOf } from "./pauseOf.ts";

/**
 * Why a withdrawal cannot be completed as tokens now: `claims-paused` for all, `token-withdrawals-paused` for the strategies (as shares
 * it still completes). Sorted. A bitmap that was not read leaves it unknown.
 */
export function claimStops(
  managers: ManagersReading,
  strategies: readonly StrategyReading[],
): Answer<readonly string[]> {
  const queue = pauseOf(managers, "delegationManager");
  if (!queue.ok) return queue;
  const unread = strategies.find(({ paused }) => !paused.ok)?.paused;
  if (unread !== undefined && !unread.ok) return unread;
  const isHeld = strategies.some(
    ({ paused }) => paused.ok && isPaused(paused.value, PAUSE_BITS.strategy.withdrawals),
  );
  return {
    ok: true,
    value: [
      ...(isPaused(queue.value, PAUSE_BITS.delegationManager.exitQueue) ? ["claims-paused"] : []),
      ...(isHeld ? ["token-withdrawals-paused"] : []),
    ],
  };
}
