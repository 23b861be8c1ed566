import { devnetAccounts, etherToken } from "@ballast/devnet";
import { DUST } from "../dust.ts";
import { part } from "../part.ts";
import { PLACES } from "../places.ts";
import type { Step } from "../step.ts";
import { worldCall } from "../worldCall.ts";

/** Another holder redeems a part of a hundredth of ether.fi's pool at once: most of the fee stays with those who stay. */
export const othersRedeem =
  (of: bigint): Step =>
  async (chain, { rates }) => {
    const amount = part(rates.etherfi.wei / 100n, of);
    if (amount < 1_000_000n) return null;
    await chain.block([
      worldCall(PLACES.eETH, { fn: "approve", args: [PLACES.redemption, amount] }),
      worldCall(PLACES.redemption, {
        fn: "redeemEEth",
        args: [amount, devnetAccounts.operator.address, etherToken],
      }),
    ]);
    return { down: DUST.none };
  };
