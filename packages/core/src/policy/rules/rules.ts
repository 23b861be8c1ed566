import type { Rule } from "../rule.ts";
import { assetCap } from "./assetCap.ts";
import { backingLoss } from "./backingLoss.ts";
import { contractChanged } from "./contractChanged.ts";
import { cooldown } from "./cooldown.ts";
import { correlatedSlashing } from "./correlatedSlashing.ts";
import { dwell } from "./dwell.ts";
import { exitLiquidityFalling } from "./exitLiquidityFalling.ts";
import { exitLiquidityShare } from "./exitLiquidityShare.ts";
import { exitQueue } from "./exitQueue.ts";
import { largeOutflow } from "./largeOutflow.ts";
import { liquidityLadder } from "./liquidityLadder.ts";
import { marketDepeg } from "./marketDepeg.ts";
import { missingData } from "./missingData.ts";
import { netYieldLow } from "./netYieldLow.ts";
import { openProposal } from "./openProposal.ts";
import { operatorAllocations } from "./operatorAllocations.ts";
import { operatorCap } from "./operatorCap.ts";
import { operatorSlashed } from "./operatorSlashed.ts";
import { oracleDiverging } from "./oracleDiverging.ts";
import { positionBand } from "./positionBand.ts";
import { priceDrawdown } from "./priceDrawdown.ts";
import { protocolCap } from "./protocolCap.ts";
import { rateGrowth } from "./rateGrowth.ts";
import { safeChanged } from "./safeChanged.ts";
import { sharedCauseCap } from "./sharedCauseCap.ts";
import { sourceSilent } from "./sourceSilent.ts";
import { staleOracle } from "./staleOracle.ts";
import { ticketLoss } from "./ticketLoss.ts";
import { ticketStuck } from "./ticketStuck.ts";
import { tvlDrop } from "./tvlDrop.ts";
import { venuePaused } from "./venuePaused.ts";
import { venueShare } from "./venueShare.ts";

/** Every rule that judges an account. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  assetCap,
  backingLoss,
  contractChanged,
  cooldown,
  correlatedSlashing,
  dwell,
  exitLiquidityFalling,
  exitLiquidityShare,
  exitQueue,
  largeOutflow,
  liquidityLadder,
  marketDepeg,
  missingData,
  netYieldLow,
  openProposal,
  operatorAllocations,
  operatorCap,
  operatorSlashed,
  oracleDiverging,
  positionBand,
  priceDrawdown,
  protocolCap,
  rateGrowth,
  safeChanged,
  sharedCauseCap,
  sourceSilent,
  staleOracle,
  ticketLoss,
  ticketStuck,
  tvlDrop,
  venuePaused,
  venueShare,
];
