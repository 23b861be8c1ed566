import { bps, type ExitReading, type Missing, rawAmount, type Seconds } from "@ballast/core";
import { EIGENLAYER_ID } from "../contracts.ts";
import { isPaused } from "../isPaused.ts";
import { PAUSE_BITS } from "../pauseBits.ts";
import { positionOf } from "../positionOf.ts";
import type { AccountReading } from "../reading/readAccount.ts";
import type { ManagersReading } from "../reading/readManagers.ts";
import type { StrategyReading } from "../reading/readStrategy.ts";
import { pauseOf } from "./pauseOf.ts";

type Facts = { readonly strategies: readonly StrategyReading[]; readonly managers: ManagersReading };
type Read = { readonly exit: ExitReading } | { readonly missing: Missing } | null;

/** Ethereum's slot time. Missed slots make the wait longer: it is an estimate, the blocks decide. */
const SECONDS_A_BLOCK = 12n;

function exitOf(
  account: AccountReading,
  at: { facts: Facts; index: number; reading: StrategyReading },
): Read {
  const { strategy, rate } = at.reading;
  const { managers } = at.facts;
  if (!account.operator.ok || !account.shares.ok) return null;
  const depositShares = account.shares.value[at.index]?.deposit ?? 0n;
  if (depositShares === 0n) return null;
  const operator = account.operator.value;
  const position = positionOf(strategy, operator);
  const lost = (missing: Missing): Read => ({ missing: { ...missing, subject: `exit:${position}:queue` } });
  const pause = pauseOf(managers, "delegationManager");
  if (!rate.ok) return lost(rate.missing);
  if (!managers.delayBlocks.ok) return lost(managers.delayBlocks.missing);
  if (!pause.ok) return lost(pause.missing);
  const delayBlocks = managers.delayBlocks.value + 1n;
  const exit: ExitReading = {
    position,
    venue: EIGENLAYER_ID,
    way: "queue",
    assetIn: strategy.asset,
    assetOut: strategy.token.id,
    rate: rate.reading.rate,
    fee: bps(0n),
    capacity: null,
    smallest: rawAmount(1n),
    largest: null,
    delayBlocks,
    delay: (delayBlocks * SECONDS_A_BLOCK) as Seconds,
    stoppedBy: isPaused(pause.value, PAUSE_BITS.delegationManager.enterQueue) ? ["paused"] : [],
    terms: { kind: "eigenlayer-queue", strategy: strategy.address, operator, depositShares },
    source: { kind: "call", contract: managers.core.delegationManager, method: "queueWithdrawals" },
  };
  return { exit };
}

/**
 * The queue as the way out of every strategy in which the account holds deposit shares. It takes everything, costs nothing and can be
 * claimed one block after the last in which it can be slashed. Stopped while entering the queue is paused.
 */
export function accountExits(
  account: AccountReading,
  facts: Facts,
): { readonly exits: readonly ExitReading[]; readonly missing: readonly Missing[] } {
  const reads = facts.strategies.map((reading, index) => exitOf(account, { facts, index, reading }));
  return {
    exits: reads.flatMap((read) => (read !== null && "exit" in read ? [read.exit] : [])),
    missing: reads.flatMap((read) => (read !== null && "missing" in read ? [read.missing] : [])),
  };
}
