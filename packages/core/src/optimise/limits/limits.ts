import type { Limit } from "../limit.ts";
import { assetCaps } from "./assetCaps.ts";
import { batchLimits } from "./batchLimits.ts";
import { exitLiquidityShares } from "./exitLiquidityShares.ts";
import { idleBand } from "./idleBand.ts";
import { liquidityLadder } from "./liquidityLadder.ts";
import { loss } from "./loss.ts";
import { needs } from "./needs.ts";
import { onlyForced } from "./onlyForced.ts";
import { operatorCaps } from "./operatorCaps.ts";
import { payback } from "./payback.ts";
import { positionBands } from "./positionBands.ts";
import { protocolCaps } from "./protocolCaps.ts";
import { tradeSizes } from "./tradeSizes.ts";
import { tradingCost } from "./tradingCost.ts";
import { venueShares } from "./venueShares.ts";

/**
 * Everything that bounds a solution. A new limit is one file and one line here. Where several hold a trade at once, the first of them is named as what limits it. What is frozen or
 * dwells has no trade at all, and the ceiling on slippage ends its route.
 */
export const limits: readonly Limit[] = [
  tradeSizes,
  tradingCost,
  loss,
  positionBands,
  protocolCaps,
  operatorCaps,
  assetCaps,
  venueShares,
  exitLiquidityShares,
  idleBand,
  liquidityLadder,
  batchLimits,
  payback,
  needs,
  onlyForced,
];
