import { defineAdapter } from "../../adapter.ts";
import { venueContracts } from "../../venueContracts.ts";
import { contractNames, LIDO_ID } from "./contracts.ts";
import { criticalCalls } from "./criticalCalls.ts";
import { encode } from "./encode.ts";
import { encodeClaims } from "./encodeClaims.ts";
import { encodeRequest } from "./encodeRequest.ts";
import { exposures } from "./exposures.ts";
import { facts } from "./facts.ts";
import { lidoHoldings } from "./holdings.ts";
import { read } from "./read.ts";
import { ticketLogs } from "./ticketLogs.ts";
import { events, pauses } from "./watch.ts";

/** Lido: wstETH, stETH, and the withdrawal queue. */
export const lido = defineAdapter({
  id: LIDO_ID,
  contractNames,
  events,
  pauses,
  facts,
  exposures,
  positions: lidoHoldings,
  contracts: (deployment) => venueContracts(LIDO_ID, deployment),
  rates: (deployment) => lidoHoldings(deployment).map(({ rate }) => rate),
  read,
  criticalCalls,
  encode,
  encodeRequest,
  encodeClaims,
  ticketLogs,
});
