import type { Address } from "@ballast/core";
import { zeroAddress } from "viem";
import type { ReadRequest, VenueReadings } from "../../adapter.ts";
import { readAdminOwners } from "../../proxies/readAdminOwners.ts";
import { readProxies } from "../../proxies/readProxies.ts";
import { EIGENLAYER_ID } from "./contracts.ts";
import { type CoreContracts, coreContracts } from "./coreContracts.ts";
import { eigenlayerRates } from "./rates.ts";
import { type AccountReading, readAccount } from "./reading/readAccount.ts";
import { readManagers } from "./reading/readManagers.ts";
import { readOperator } from "./reading/readOperator.ts";
import { readStrategy } from "./reading/readStrategy.ts";
import { readWithdrawals } from "./reading/readWithdrawals.ts";
import { venueReadings } from "./state/venueReadings.ts";
import { type EigenStrategy, eigenStrategies } from "./strategies.ts";

const nothing = ({ accounts }: ReadRequest): VenueReadings => ({
  rates: [],
  flags: [],
  figures: [],
  missing: [],
  accounts: accounts.map((account) => ({ account, positions: [], tickets: [], exits: [], missing: [] })),
});

/** Everything that needs no answer first. */
async function readFirst({ reader, deployment, accounts }: ReadRequest, known: Known) {
  const { core, strategies } = known;
  const listed = deployment.venues[EIGENLAYER_ID] ?? {};
  const contracts = Object.entries(listed).map(([name, { address }]) => ({ name, address }));
  const rates = eigenlayerRates(deployment);
  const [managers, perStrategy, perAccount, proxies] = await Promise.all([
    readManagers(reader, { core, listed }),
    Promise.all(
      strategies.flatMap((strategy, index) => {
        const rate = rates[index];
        const { strategyManager } = core;
        return rate === undefined ? [] : [readStrategy(reader, { strategy, strategyManager, rate })];
      }),
    ),
    Promise.all(
      accounts.map((account) =>
        readAccount(reader, { account, delegationManager: core.delegationManager, strategies }),
      ),
    ),
    readProxies(reader, { venue: EIGENLAYER_ID, contracts }),
  ]);
  return { managers, strategies: perStrategy, accounts: perAccount, proxies };
}

type Known = { readonly core: CoreContracts; readonly strategies: readonly EigenStrategy[] };

/** Operators that can slash something of the accounts: of positions, and of what waits in the queue. Each once. */
function operatorsOf(accounts: readonly AccountReading[]): readonly Address[] {
  const named = accounts.flatMap(({ operator, queued }) => [
    ...(operator.ok && operator.value !== null ? [operator.value] : []),
    ...(queued.ok ? queued.value.map(({ withdrawal }) => withdrawal.delegatedTo) : []),
  ]);
  return [...new Set(named)].filter((operator) => operator !== zeroAddress);
}

/**
 * Everything of EigenLayer at the pinned block. One turn for what needs no answer first; a second for what depends on it: the operators in
 * use, the magnitudes at which withdrawals were queued, the owners of the proxies' administrators; a third only for an operator that left
 * sets which still hold some of its magnitude.
 */
export async function read(request: ReadRequest): Promise<VenueReadings> {
  const { reader, deployment } = request;
  const core = coreContracts(deployment);
  if (core === null) return nothing(request);
  const { allocationManager } = core;
  const strategies = eigenStrategies(deployment);
  const first = await readFirst(request, { core, strategies });
  const [operators, withdrawals, owners] = await Promise.all([
    Promise.all(
      operatorsOf(first.accounts).map((operator) =>
        readOperator(reader, { operator, allocationManager, strategies }),
      ),
    ),
    Promise.all(
      first.accounts.map((account) => readWithdrawals(reader, { account, allocationManager, strategies })),
    ),
    readAdminOwners(reader, { venue: EIGENLAYER_ID, proxies: first.proxies }),
  ]);
  return venueReadings({ ...first, operators, withdrawals, owners, block: reader.block.number });
}
