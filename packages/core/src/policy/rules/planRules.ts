import type { PlanRule } from "../rule.ts";
import { afterState } from "./afterState.ts";
import { batchLimits } from "./batchLimits.ts";
import { frozenPositions } from "./frozenPositions.ts";
import { gasShareOfGain } from "./gasShareOfGain.ts";
import { minimumNetGain } from "./minimumNetGain.ts";
import { minimumTrade } from "./minimumTrade.ts";
import { payback } from "./payback.ts";
import { slippage } from "./slippage.ts";
import { turnoverPerDay } from "./turnoverPerDay.ts";
import { worstCase } from "./worstCase.ts";
import { worstLossPerBatch } from "./worstLossPerBatch.ts";

/** Every rule that judges a plan. A new rule is one file and one line here. */
export const planRules: readonly PlanRule[] = [
  afterState,
  batchLimits,
  frozenPositions,
  gasShareOfGain,
  minimumNetGain,
  minimumTrade,
  payback,
  slippage,
  turnoverPerDay,
  worstCase,
  worstLossPerBatch,
];
