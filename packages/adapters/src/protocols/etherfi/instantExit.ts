import { assetId, bps, type ExitReading, rawAmount, seconds } from "@ballast/core";
import type { Read } from "../../chain/read.ts";
import { wholeRead } from "../../chain/wholeRead.ts";
import { COIN } from "../../coin.ts";
import { ETHERFI_ID, WEETH_POSITION } from "./contracts.ts";
import { sharesForAmountDown } from "./maths/sharesForAmountDown.ts";
import { pausedBy } from "./pausedBy.ts";
import type { AccessReading } from "./readAccess.ts";
import type { EtherfiState } from "./state.ts";

const subject = `exit:${WEETH_POSITION}:instant`;
/** A redemption moves weETH, unwraps it, burns eETH and takes ether from the pool. */
const CONTRACTS = ["weETH", "eETH", "liquidityPool", "redemptionManager"] as const;

/**
 * Instant redemption as a way out of weETH for one account: ether in the same transaction, less the fee, as far as liquidity above
 * the low watermark and the bucket last. `capacity` is weETH, rounded down, so that all of it passes the contract's own check.
 * null where the deployment has no redemption manager.
 */
export function instantExit(state: EtherfiState, { isBlacklisted }: AccessReading): Read<ExitReading> | null {
  const { redemption, pool, rate, now, switches } = state;
  if (redemption === null || pool === null) return null;
  const isPaused = pausedBy(switches, { contracts: CONTRACTS, now, subject });
  const { fee, redeemable, canRedeem, address: contract } = redemption;
  const { totals } = pool;
  const read = wholeRead({ rate, totals, fee, redeemable, canRedeem, isPaused, isBlacklisted });
  if (!read.ok) return { ok: false, missing: { ...read.missing, subject } };
  const { value } = read;
  const capacity = rawAmount(sharesForAmountDown(value.redeemable, value.totals));
  const reading: ExitReading = {
    position: WEETH_POSITION,
    venue: ETHERFI_ID,
    way: "instant",
    assetIn: assetId("weETH"),
    assetOut: COIN,
    rate: value.rate,
    fee: bps(value.fee),
    capacity,
    smallest: rawAmount(1n),
    largest: null,
    delayBlocks: null,
    delay: seconds(0n),
    stoppedBy: [
      ...(value.isBlacklisted ? ["blacklisted"] : []),
      ...(value.canRedeem && capacity > 0n ? [] : ["no-liquidity"]),
      ...(value.isPaused ? ["paused"] : []),
    ],
    terms: { kind: "etherfi-redeem" },
    source: { kind: "call", contract, method: "totalRedeemableAmount" },
  };
  return { ok: true, value: reading };
}
