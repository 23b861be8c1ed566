import { defineRoute } from "../route.ts";
import { contracts } from "./contracts.ts";
import { directions } from "./directions.ts";
import { encode } from "./encode.ts";
import { UNISWAP_V3 } from "./id.ts";
import { readCurves } from "./readCurves.ts";

/** Uniswap v3 pools, quoted by QuoterV2 and traded through SwapRouter02. */
export const uniswapV3 = defineRoute({
  id: UNISWAP_V3,
  contracts,
  pairs: (deployment) =>
    directions(deployment).map(({ assetIn, assetOut }) => ({ assetIn: assetIn.id, assetOut: assetOut.id })),
  readCurves,
  encode,
});
