import { defineAdapter } from "../../adapter.ts";
import { venueContracts } from "../../venueContracts.ts";
import { contractNames, ETHERFI_ID } from "./contracts.ts";
import { criticalCalls } from "./criticalCalls.ts";
import { encode } from "./encode.ts";
import { encodeClaims } from "./encodeClaims.ts";
import { encodeRequest } from "./encodeRequest.ts";
import { exposures } from "./exposures.ts";
import { facts } from "./facts.ts";
import { etherfiHoldings } from "./holdings.ts";
import { read } from "./read.ts";
import { ticketLogs } from "./ticketLogs.ts";
import { events, pauses } from "./watch.ts";

/** ether.fi: weETH, the withdrawal queue and instant redemption. */
export const etherfi = defineAdapter({
  id: ETHERFI_ID,
  contractNames,
  events,
  pauses,
  facts,
  exposures,
  positions: etherfiHoldings,
  contracts: (deployment) => venueContracts(ETHERFI_ID, deployment),
  rates: (deployment) => etherfiHoldings(deployment).map(({ rate }) => rate),
  read,
  criticalCalls,
  encode,
  encodeRequest,
  encodeClaims,
  ticketLogs,
});
