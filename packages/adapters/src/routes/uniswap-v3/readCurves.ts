import { encodeFunctionData } from "viem";
import type { PinnedCall } from "../../chain/pinnedReader.ts";
import type { CurveReadings, CurvesRequest } from "../route.ts";
import { QUOTER_V2 } from "./abi.ts";
import { curveOf, curveSubject } from "./curve.ts";
import { type Direction, directions } from "./directions.ts";
import { UNISWAP_V3 } from "./id.ts";
import { LADDER, sizeOf } from "./ladder.ts";

/** A quote runs the swap; large sizes cross many ticks. */
const QUOTE_GAS = 300_000n;

function quoteCalls(direction: Direction, quoter: PinnedCall["to"]): readonly PinnedCall[] {
  const { pool, assetIn, assetOut } = direction;
  return LADDER.map((units) => ({
    subject: curveSubject(direction),
    to: quoter,
    gas: QUOTE_GAS,
    data: encodeFunctionData({
      abi: QUOTER_V2,
      args: [
        {
          tokenIn: assetIn.address,
          tokenOut: assetOut.address,
          amountIn: sizeOf(units, assetIn),
          fee: Number(pool.fee),
          sqrtPriceLimitX96: 0n,
        },
      ],
    }),
  }));
}

/** Quotes the ladder for every pool in both directions. */
export async function readCurves({ reader, deployment }: CurvesRequest): Promise<CurveReadings> {
  const quoter = deployment.routes[UNISWAP_V3]?.quoter;
  if (quoter === undefined) return { curves: [], missing: [] };
  const read = await Promise.all(
    directions(deployment).map(async (direction) => {
      const results = await reader.read(quoteCalls(direction, quoter));
      return curveOf(direction, { results, quoter });
    }),
  );
  return {
    curves: read.flatMap((one) => (one.ok ? [one.curve] : [])),
    missing: read.flatMap((one) => (one.ok ? [] : [one.missing])),
  };
}
