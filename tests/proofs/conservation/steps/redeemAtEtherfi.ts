import { encodeEtherfiRedeem } from "@ballast/adapters";
import { rawAmount } from "@ballast/core";
import { etherToken } from "@ballast/devnet";
import { DUST } from "../dust.ts";
import { ABI } from "../ledgerAbi.ts";
import { part } from "../part.ts";
import { PLACES } from "../places.ts";
import { RAY } from "../ray.ts";
import type { Step } from "../step.ts";

const BPS = 10_000n;

/** Redeems a part of the weETH at once, for the fee that the redemption manager names. */
export const redeemAtEtherfi =
  (of: bigint): Step =>
  async (chain, { units, rates: { etherfi } }) => {
    const amount = part(units.etherfi, of);
    if (amount < 1_000_000n) return null;
    const [, , feeBps] = await chain.client.readContract({
      address: PLACES.redemption,
      abi: ABI,
      functionName: "tokenToRedemptionInfo",
      args: [etherToken],
    });
    await chain.block(encodeEtherfiRedeem({ ...PLACES, amount: rawAmount(amount) }));
    return {
      fees: (amount * etherfi.wei * BigInt(feeBps) * RAY) / (etherfi.shares * BPS),
      down: DUST.redeem,
    };
  };
