import { assetId, bps, type ExitReading, type Missing, rawAmount } from "@ballast/core";
import type { VenueReadings } from "../../adapter.ts";
import type { Read } from "../../chain/read.ts";
import { wholeRead } from "../../chain/wholeRead.ts";
import { COIN } from "../../coin.ts";
import { rateIn } from "../../holdings/rateIn.ts";
import { LIDO_ID, WSTETH_POSITION } from "./contracts.ts";
import type { LidoState } from "./flags.ts";

const subject = `exit:${WSTETH_POSITION}:queue`;
const WSTETH = assetId("wstETH");

const named = (missing: Missing): Missing => ({ ...missing, subject });

/**
 * The withdrawal queue as a way out of wstETH, the same for every account: one request is unwrapped on the way and pays ETH
 * without a fee, at no promised time. Requests do not call the account back, so it needs no fallback handler. null where the
 * deployment has no queue.
 */
export function lidoExit(
  { pool, queue }: LidoState,
  held: Pick<VenueReadings, "rates" | "missing">,
): Read<ExitReading> | null {
  if (queue === null) return null;
  const { address: contract, isPaused, least, most } = queue;
  const isStopped = pool?.isStopped ?? ({ ok: true, value: false } as const);
  const read = wholeRead({ rate: rateIn(held, WSTETH), isPaused, isStopped, least, most });
  if (!read.ok) return { ok: false, missing: named(read.missing) };
  const { value } = read;
  const reading: ExitReading = {
    position: WSTETH_POSITION,
    venue: LIDO_ID,
    way: "queue",
    assetIn: WSTETH,
    assetOut: COIN,
    rate: value.rate,
    fee: bps(0n),
    capacity: null,
    smallest: rawAmount(value.least),
    largest: rawAmount(value.most),
    delayBlocks: null,
    delay: null,
    stoppedBy: value.isPaused || value.isStopped ? ["paused"] : [],
    terms: { kind: "lido-queue" },
    source: { kind: "call", contract, method: "isPaused" },
  };
  return { ok: true, value: reading };
}
