import type { PinnedCall } from "./pinnedReader.ts";

/** What a plain view call takes, cold storage and a proxy included. */
const USUAL_GAS = 60_000n;

/** The call's own estimate, or the usual one. */
export const gasOf = ({ gas }: PinnedCall): bigint => gas ?? USUAL_GAS;

/** Cuts calls, in order, into chunks of at most `most` gas each; a call that is larger stands alone. */
export function chunkByGas(calls: readonly PinnedCall[], most: bigint): readonly (readonly PinnedCall[])[] {
  const chunks: PinnedCall[][] = [];
  let room = 0n;
  for (const call of calls) {
    const last = chunks.at(-1);
    if (last !== undefined && gasOf(call) <= room) last.push(call);
    else {
      chunks.push([call]);
      room = most;
    }
    room -= gasOf(call);
  }
  return chunks;
}
