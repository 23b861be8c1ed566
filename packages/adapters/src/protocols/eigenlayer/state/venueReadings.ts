import type { BlockNumber } from "@ballast/core";
import type { AccountReadings, VenueReadings } from "../../../adapter.ts";
import { proxyFigures } from "../../../proxies/proxyFigures.ts";
import type { AdminOwner } from "../../../proxies/readAdminOwners.ts";
import type { ProxyReading } from "../../../proxies/readProxies.ts";
import { EIGENLAYER_ID } from "../contracts.ts";
import type { DatedWithdrawal } from "../reading/datedWithdrawal.ts";
import type { AccountReading } from "../reading/readAccount.ts";
import type { ManagersReading } from "../reading/readManagers.ts";
import type { OperatorReading } from "../reading/readOperator.ts";
import type { StrategyReading } from "../reading/readStrategy.ts";
import { accountExits } from "./accountExits.ts";
import { accountPositions } from "./accountPositions.ts";
import { accountTickets } from "./accountTickets.ts";
import { figureReadings } from "./figureReadings.ts";
import { managerFlags } from "./managerFlags.ts";
import { operatorFigures } from "./operatorFigures.ts";
import { operatorFlags } from "./operatorFlags.ts";
import { strategyFlags } from "./strategyFlags.ts";
import { venueFigures } from "./venueFigures.ts";

/** Everything that was asked, as it was answered. */
export type EigenLayerAnswers = {
  readonly managers: ManagersReading;
  readonly strategies: readonly StrategyReading[];
  readonly accounts: readonly AccountReading[];
  /** Per account, in their order. */
  readonly withdrawals: readonly (readonly DatedWithdrawal[])[];
  readonly operators: readonly OperatorReading[];
  readonly proxies: readonly ProxyReading[];
  readonly owners: readonly AdminOwner[];
  readonly block: BlockNumber;
};

function accountReadings(answers: EigenLayerAnswers, index: number): readonly AccountReadings[] {
  const { strategies, managers, block, withdrawals } = answers;
  const account = answers.accounts[index];
  if (account === undefined) return [];
  const held = accountPositions(account, { strategies, core: managers.core });
  const own = { strategies, managers, block, withdrawals: withdrawals[index] ?? [] };
  const queued = accountTickets(account, own);
  const ways = accountExits(account, { strategies, managers });
  return [
    {
      account: account.account,
      positions: held.positions,
      tickets: queued.tickets,
      exits: ways.exits,
      missing: [...held.missing, ...queued.missing, ...ways.missing],
    },
  ];
}

/** Turns the answers into readings. Pure: every fault among them is missing somewhere, none becomes a zero. */
export function venueReadings(answers: EigenLayerAnswers): VenueReadings {
  const { managers, strategies, operators, proxies, owners } = answers;
  const about = { core: managers.core, strategies: strategies.map(({ strategy }) => strategy) };
  const stated = figureReadings([
    ...venueFigures(managers, strategies),
    ...operators.flatMap((operator) => operatorFigures(operator, about)),
  ]);
  const proxied = proxyFigures(EIGENLAYER_ID, { proxies, owners });
  return {
    rates: strategies.flatMap(({ rate }) => (rate.ok ? [rate.reading] : [])),
    flags: [
      ...managerFlags(managers),
      ...strategies.flatMap((strategy) => strategyFlags(strategy, managers)),
      ...operators.flatMap((operator) => operatorFlags(operator, managers.core)),
    ],
    figures: [...stated.figures, ...proxied.figures],
    missing: [
      ...strategies.flatMap(({ rate }) => (rate.ok ? [] : [rate.missing])),
      ...stated.missing,
      ...proxied.missing,
    ],
    accounts: answers.accounts.flatMap((_, index) => accountReadings(answers, index)),
  };
}
