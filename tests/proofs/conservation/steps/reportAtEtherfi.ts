import { DUST } from "../dust.ts";
import { ABI } from "../ledgerAbi.ts";
import { PLACES } from "../places.ts";
import type { Step } from "../step.ts";
import { worldCall } from "../worldCall.ts";

const PPM = 1_000_000n;
/** Of the rewards, to ether.fi's treasury in new shares. */
const PROTOCOL_FEE = 10n;

/** ether.fi's oracle reports so many millionths more or less ether; of more, the protocol takes its fee. */
export const reportAtEtherfi =
  (ppm: bigint): Step =>
  async (chain, { rates }) => {
    const accrued = (rates.etherfi.wei * ppm) / PPM;
    const pool = { address: PLACES.pool, abi: ABI, functionName: "totalValueOutOfLp" } as const;
    // What is not with validators a report cannot lose: the pool's arithmetic wraps (LiquidityPool.sol, rebase).
    if ((await chain.client.readContract(pool)) < -accrued) return null;
    const args = [accrued, accrued > 0n ? accrued / PROTOCOL_FEE : 0n] as const;
    await chain.block([worldCall(PLACES.pool, { fn: "rebase", args })]);
    return { down: DUST.none };
  };
