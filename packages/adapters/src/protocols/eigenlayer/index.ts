import { defineAdapter } from "../../adapter.ts";
import { venueContracts } from "../../venueContracts.ts";
import { contractNames, EIGENLAYER_ID } from "./contracts.ts";
import { criticalCalls } from "./criticalCalls.ts";
import { encode } from "./encode.ts";
import { encodeClaims } from "./encodeClaims.ts";
import { encodeRequest } from "./encodeRequest.ts";
import { exposures } from "./exposures.ts";
import { facts } from "./facts.ts";
import { eigenlayerPositions } from "./positions.ts";
import { eigenlayerRates } from "./rates.ts";
import { read } from "./read.ts";
import { ticketLogs } from "./ticketLogs.ts";
import { events, pauses } from "./watch.ts";

/** EigenLayer: shares of stETH, delegated to an operator or not, and what waits in the withdrawal queue. */
export const eigenlayer = defineAdapter({
  id: EIGENLAYER_ID,
  contractNames,
  events,
  pauses,
  facts,
  exposures,
  positions: eigenlayerPositions,
  contracts: (deployment) => venueContracts(EIGENLAYER_ID, deployment),
  rates: eigenlayerRates,
  read,
  criticalCalls,
  encode,
  encodeRequest,
  encodeClaims,
  ticketLogs,
});
