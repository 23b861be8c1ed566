import { devnetAccounts } from "@ballast/devnet";
import { call } from "../call.ts";
import { claimable } from "../claimable.ts";
import { DUST } from "../dust.ts";
import { PLACES } from "../places.ts";
import type { Step } from "../step.ts";

/** Somebody else has some of ether.fi's requests paid, which anybody may; the ether goes to the account. */
export const strangerClaims =
  (mask: bigint): Step =>
  async (chain, before) => {
    const ids = claimable(before, mask).flatMap(({ claim }) =>
      claim.kind === "etherfi-request" ? [claim.requestId] : [],
    );
    if (ids.length === 0) return null;
    const from = devnetAccounts.marketMaker.address;
    await chain.block([{ ...call(PLACES.nft, { fn: "batchClaimWithdraw", args: [ids] }), from }]);
    return { down: DUST.none };
  };
