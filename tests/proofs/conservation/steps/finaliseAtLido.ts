import { max, min } from "@ballast/core";
import { DUST } from "../dust.ts";
import { ABI } from "../ledgerAbi.ts";
import { part } from "../part.ts";
import { PLACES } from "../places.ts";
import { RAY } from "../ray.ts";
import type { Step } from "../step.ts";
import { total } from "../total.ts";
import { worldCall } from "../worldCall.ts";

const PPM = 1_000_000n;

/** Lido's oracle finalises a part of the queue, each request a batch, at today's share rate or so many millionths below it, as after a loss it may. */
export const finaliseAtLido =
  ({ of, discountPpm }: { readonly of: bigint; readonly discountPpm: bigint }): Step =>
  async (chain, { units, rates: { lido } }) => {
    const queue = { address: PLACES.queue, abi: ABI } as const;
    const last = await chain.client.readContract({ ...queue, functionName: "getLastRequestId" });
    const done = await chain.client.readContract({ ...queue, functionName: "getLastFinalizedRequestId" });
    const count = last - done - part(last - done, of);
    if (count === 0n) return null;
    const ids = Array.from({ length: Number(count) }, (_, index) => done + 1n + BigInt(index));
    const rate = (((lido.wei * RAY) / lido.shares) * (PPM - discountPpm)) / PPM;
    const asked = { ...queue, functionName: "prefinalize", args: [ids, rate] } as const;
    const [value] = await chain.client.readContract(asked);
    await chain.block([worldCall(PLACES.queue, { fn: "finalize", args: [done + count, rate], value })]);
    const own = units.atLido.filter(({ id }) => id <= done + count);
    const taken = own.map(({ amount, shares }) => {
      const [worth, pays] = [(shares * lido.wei * RAY) / lido.shares, shares * rate];
      return max(min(amount * RAY, worth) - min(amount * RAY, pays), 0n);
    });
    return {
      losses: total(taken),
      down: DUST.finalise * BigInt(own.length),
    };
  };
