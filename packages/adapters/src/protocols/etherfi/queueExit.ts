import { assetId, bps, type ExitReading, rawAmount } from "@ballast/core";
import type { Read } from "../../chain/read.ts";
import { wholeRead } from "../../chain/wholeRead.ts";
import { COIN } from "../../coin.ts";
import { ETHERFI_ID, WEETH_POSITION } from "./contracts.ts";
import { pausedBy } from "./pausedBy.ts";
import type { AccessReading } from "./readAccess.ts";
import type { EtherfiState } from "./state.ts";

const subject = `exit:${WEETH_POSITION}:queue`;
/** A request moves weETH, unwraps it, asks the pool and is given an NFT: each of these can be stopped. */
const CONTRACTS = ["weETH", "eETH", "liquidityPool", "withdrawRequestNFT", "withdrawAdapter"] as const;

/**
 * The withdrawal queue as a way out of weETH for one account, by the adapter that unwraps on the way: no fee, no promised time. The
 * request's NFT is given with a callback, so an account that does not answer it cannot ask. null where the deployment has no
 * queue.
 */
export function queueExit(
  state: EtherfiState,
  { isBlacklisted, receivesNfts }: AccessReading,
): Read<ExitReading> | null {
  const { queue, pool, rate, now, switches } = state;
  if (queue === null || pool === null) return null;
  const isPaused = pausedBy(switches, { contracts: CONTRACTS, now, subject });
  const { least, most } = pool;
  const read = wholeRead({ rate, least, most, isPaused, isBlacklisted, receivesNfts });
  if (!read.ok) return { ok: false, missing: { ...read.missing, subject } };
  const { value } = read;
  const reading: ExitReading = {
    position: WEETH_POSITION,
    venue: ETHERFI_ID,
    way: "queue",
    assetIn: assetId("weETH"),
    assetOut: COIN,
    rate: value.rate,
    fee: bps(0n),
    capacity: null,
    smallest: rawAmount(value.least),
    largest: rawAmount(value.most),
    delayBlocks: null,
    delay: null,
    stoppedBy: [
      ...(value.isBlacklisted ? ["blacklisted"] : []),
      ...(value.receivesNfts ? [] : ["no-fallback-handler"]),
      ...(value.isPaused ? ["paused"] : []),
    ],
    terms: { kind: "etherfi-queue" },
    source: { kind: "call", contract: queue.address, method: "lastFinalizedRequestId" },
  };
  return { ok: true, value: reading };
}
