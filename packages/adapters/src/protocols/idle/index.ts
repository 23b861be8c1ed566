import { defineAdapter } from "../../adapter.ts";
import { criticalBalances } from "../../holdings/holding.ts";
import { noWithdrawals } from "../../noWithdrawals.ts";
import { venueContracts } from "../../venueContracts.ts";
import { contractNames, IDLE_ID } from "./contracts.ts";
import { encode } from "./encode.ts";
import { exposures } from "./exposures.ts";
import { facts } from "./facts.ts";
import { idleHoldings } from "./holdings.ts";
import { read } from "./read.ts";
import { events, pauses } from "./watch.ts";

/** What is not invested: ETH and WETH. */
export const idle = defineAdapter({
  id: IDLE_ID,
  contractNames,
  events,
  pauses,
  facts,
  exposures,
  positions: idleHoldings,
  contracts: (deployment) => venueContracts(IDLE_ID, deployment),
  rates: (deployment) => idleHoldings(deployment).map(({ rate }) => rate),
  read,
  criticalCalls: ({ deployment, accounts }) => criticalBalances(idleHoldings(deployment), accounts),
  encode,
  ...noWithdrawals,
});
