import { eigenlayerCalls } from "@ballast/adapters";
import { zeroAddress } from "viem";
import { claimable } from "../claimable.ts";
import { magnitudeOf } from "../magnitudeOf.ts";
import { PLACES } from "../places.ts";
import { scalingDust } from "../scalingDust.ts";
import type { Step } from "../step.ts";
import { total } from "../total.ts";

/** Puts some of EigenLayer's claimable withdrawals back, one after the other, to the operator that the account has now. */
export const completeAsShares =
  (mask: bigint): Step =>
  async (chain, before) => {
    const { operator, deposited, queued } = before.units;
    const withdrawals = claimable(before, mask).flatMap(({ claim }) =>
      claim.kind === "eigenlayer-withdrawal" ? [claim.withdrawal] : [],
    );
    const isGone = operator !== zeroAddress && (await magnitudeOf(chain, operator)).max === 0n;
    if (withdrawals.length === 0 || isGone) return null;
    await chain.block(eigenlayerCalls.encodeComplete({ ...PLACES, withdrawals, receiveAs: "shares" }));
    const most = deposited + total(queued.map(({ shares }) => shares));
    return { down: scalingDust(most) * BigInt(withdrawals.length) };
  };
