import { defineAdapter } from "../../adapter.ts";
import { criticalBalances } from "../../holdings/holding.ts";
import { noWithdrawals } from "../../noWithdrawals.ts";
import { venueContracts } from "../../venueContracts.ts";
import { contractNames, LIDO_ID } from "./contracts.ts";
import { encode } from "./encode.ts";
import { facts } from "./facts.ts";
import { lidoHoldings } from "./holdings.ts";
import { read } from "./read.ts";
import { events, pauses } from "./watch.ts";

/** Lido: wstETH. */
export const lido = defineAdapter({
  id: LIDO_ID,
  contractNames,
  events,
  pauses,
  facts,
  positions: lidoHoldings,
  contracts: (deployment) => venueContracts(LIDO_ID, deployment),
  rates: (deployment) => lidoHoldings(deployment).map(({ rate }) => rate),
  read,
  criticalCalls: ({ deployment, accounts }) => criticalBalances(lidoHoldings(deployment), accounts),
  encode,
  ...noWithdrawals,
});
