import type { Flag, Source } from "@ballast/core";
import { EIGENLAYER_ID } from "../contracts.ts";
import { isPaused } from "../isPaused.ts";
import { PAUSE_BITS } from "../pauseBits.ts";
import type { ManagersReading } from "../reading/readManagers.ts";
import type { StrategyReading } from "../reading/readStrategy.ts";

type Statement = { readonly code: string; readonly holds: boolean; readonly source: Source } & Pick<
  Flag,
  "stops"
>;

/** After a deposit no more than the limit may lie in the strategy, so what already has it takes nothing more. */
function isFull({ limits, tokenBalance }: StrategyReading): boolean {
  if (!limits.ok || limits.value === null) return false;
  if (limits.value.maxPerDeposit === 0n) return true;
  return tokenBalance.ok && tokenBalance.value >= limits.value.maxTotalDeposits;
}

function statements(reading: StrategyReading, managers: ManagersReading): readonly Statement[] {
  const { strategy, paused, isWhitelisted } = reading;
  const { strategyManager } = managers.core;
  const isOn = (bit: bigint) => paused.ok && isPaused(paused.value, bit);
  const pauses: Source = { kind: "call", contract: strategy.address, method: "paused" };
  const limits: Source = { kind: "call", contract: strategy.address, method: "getTVLLimits" };
  const list: Source = { kind: "call", contract: strategyManager, method: "strategyIsWhitelistedForDeposit" };
  const { deposits, withdrawals } = PAUSE_BITS.strategy;
  const entries = [
    { code: "strategy-deposits-paused", holds: isOn(deposits), source: pauses },
    { code: "not-whitelisted", holds: isWhitelisted.ok && !isWhitelisted.value, source: list },
    { code: "deposit-cap-reached", holds: isFull(reading), source: limits },
  ];
  return [
    ...entries.map((one) => ({ ...one, stops: "entries" as const })),
    { code: "token-withdrawals-paused", holds: isOn(withdrawals), source: pauses, stops: "none" },
  ];
}

/**
 * What stops deposits into a strategy: its pause, the whitelist (which stops deposits only), its limits. What was not read is missing as
 * a figure and stated by no flag. Paused token withdrawals stop no exit: the queue is open, and what waits in it can be completed as shares.
 */
export const strategyFlags = (reading: StrategyReading, managers: ManagersReading): readonly Flag[] =>
  statements(reading, managers)
    .filter(({ holds }) => holds)
    .map(({ code, stops, source }) => ({
      venue: EIGENLAYER_ID,
      code: `${code}:${reading.strategy.form}`,
      stops,
      source,
    }));
