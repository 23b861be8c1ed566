import { defineAdapter } from "../../adapter.ts";
import { criticalBalances } from "../../holdings/holding.ts";
import { noWithdrawals } from "../../noWithdrawals.ts";
import { venueContracts } from "../../venueContracts.ts";
import { contractNames, ETHERFI_ID } from "./contracts.ts";
import { encode } from "./encode.ts";
import { facts } from "./facts.ts";
import { etherfiHoldings } from "./holdings.ts";
import { read } from "./read.ts";
import { events, pauses } from "./watch.ts";

/** ether.fi: weETH. */
export const etherfi = defineAdapter({
  id: ETHERFI_ID,
  contractNames,
  events,
  pauses,
  facts,
  positions: etherfiHoldings,
  contracts: (deployment) => venueContracts(ETHERFI_ID, deployment),
  rates: (deployment) => etherfiHoldings(deployment).map(({ rate }) => rate),
  read,
  criticalCalls: ({ deployment, accounts }) => criticalBalances(etherfiHoldings(deployment), accounts),
  encode,
  ...noWithdrawals,
});
