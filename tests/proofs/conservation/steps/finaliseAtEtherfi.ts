import { DUST } from "../dust.ts";
import { ABI } from "../ledgerAbi.ts";
import { part } from "../part.ts";
import { PLACES } from "../places.ts";
import type { Step } from "../step.ts";
import { total } from "../total.ts";
import { worldCall } from "../worldCall.ts";

/** ether.fi's oracle finalises a part of the queue at today's rate, and puts the ether for it aside. */
export const finaliseAtEtherfi =
  (of: bigint): Step =>
  async (chain, { units }) => {
    const nft = { address: PLACES.nft, abi: ABI } as const;
    const next = BigInt(await chain.client.readContract({ ...nft, functionName: "nextRequestId" }));
    const done = BigInt(await chain.client.readContract({ ...nft, functionName: "lastFinalizedRequestId" }));
    const waiting = next - 1n - done;
    const last = next - 1n - part(waiting, of);
    if (last === done) return null;
    // Nobody but the account asks ether.fi for anything here.
    const own = units.atEtherfi.filter(({ id }) => id <= last);
    const locked = total(own.map(({ amount }) => amount));
    await chain.block([
      worldCall(PLACES.nft, { fn: "finalizeRequests", args: [last] }),
      worldCall(PLACES.pool, { fn: "addEthAmountLockedForWithdrawal", args: [locked] }),
    ]);
    return { down: DUST.finalise * BigInt(own.length) };
  };
