import { rawAmount, valueDown } from "@ballast/core";
import { mapAnswer } from "../../../chain/mapAnswer.ts";
import type { Answer } from "../../../chain/viewQuestion.ts";
import type { ManagersReading } from "../reading/readManagers.ts";
import type { StrategyReading } from "../reading/readStrategy.ts";
import type { StatedFigure } from "./figureReadings.ts";

/** Value of everything that lies in the strategies, in base units, each rounded down; unknown when one of them is. */
function tvlOf(strategies: readonly StrategyReading[]): Answer<bigint> {
  const values = strategies.map(({ strategy, tokenBalance }) =>
    mapAnswer(tokenBalance, (balance): bigint => valueDown(rawAmount(balance), strategy.tokenRate)),
  );
  const unread = values.find((answer) => !answer.ok);
  if (unread !== undefined) return unread;
  return { ok: true, value: values.reduce((sum, answer) => sum + (answer.ok ? answer.value : 0n), 0n) };
}

function limitFigures({ strategy, limits }: StrategyReading): readonly StatedFigure[] {
  if (limits.ok && limits.value === null) return [];
  const source = { kind: "call", contract: strategy.address, method: "getTVLLimits" } as const;
  const pick = (key: "maxPerDeposit" | "maxTotalDeposits") =>
    mapAnswer(limits, (value): bigint => value?.[key] ?? 0n);
  return [
    { figure: `max-per-deposit:${strategy.form}`, answer: pick("maxPerDeposit"), source },
    { figure: `max-total-deposits:${strategy.form}`, answer: pick("maxTotalDeposits"), source },
  ];
}

function strategyFigures(reading: StrategyReading, { core }: ManagersReading): readonly StatedFigure[] {
  const { strategy, paused, isWhitelisted } = reading;
  const whitelist = {
    kind: "call",
    contract: core.strategyManager,
    method: "strategyIsWhitelistedForDeposit",
  } as const;
  return [
    {
      figure: `pause:${strategy.contract}`,
      answer: paused,
      source: { kind: "call", contract: strategy.address, method: "paused" },
    },
    {
      figure: `whitelisted:${strategy.form}`,
      answer: mapAnswer(isWhitelisted, (is) => (is ? 1n : 0n)),
      source: whitelist,
    },
    ...limitFigures(reading),
  ];
}

/** What EigenLayer states beside operators and proxies: value, pauses, owner, whitelist and limits (absent for a strategy without any). */
export function venueFigures(
  managers: ManagersReading,
  strategies: readonly StrategyReading[],
): readonly StatedFigure[] {
  const { core, pauses, owner } = managers;
  const [first] = strategies;
  const held = {
    kind: "call",
    contract: first?.strategy.token.address ?? core.strategyManager,
    method: "balanceOf",
  } as const;
  return [
    { figure: "tvl", answer: tvlOf(strategies), source: held },
    ...pauses.map(
      ({ name, address, paused }): StatedFigure => ({
        figure: `pause:${name}`,
        answer: paused,
        source: { kind: "call", contract: address, method: "paused" },
      }),
    ),
    {
      figure: "owner:strategyManager",
      answer: owner,
      source: { kind: "call", contract: core.strategyManager, method: "owner" },
    },
    ...strategies.flatMap((strategy) => strategyFigures(strategy, managers)),
  ];
}
