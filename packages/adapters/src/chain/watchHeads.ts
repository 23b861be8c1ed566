import { NoHead } from "./NoHead.ts";
import { readHeaders } from "./readHeader.ts";
import type { ChainSource } from "./rpc.ts";
import type { Header } from "./verifyHeader.ts";

export type WatchRequest = {
  readonly source: ChainSource;
  readonly chainId: bigint;
  /** Waits between two looks; ends early when watching stops. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
};

/** What a look at the newest block gave. A fault does not end the watch. */
export type HeadEvent =
  | { readonly kind: "head"; readonly header: Header }
  | { readonly kind: "fault"; readonly fault: Error };

async function look({ source, chainId }: WatchRequest): Promise<HeadEvent> {
  const [reply] = await readHeaders(source, { chainId, at: ["latest"] });
  if (reply?.ok) return { kind: "head", header: reply.header };
  const absent = reply === undefined || reply.absent;
  return { kind: "fault", fault: absent ? new NoHead(source.id, "it has no newest block") : reply.fault };
}

/**
 * Polls a source and yields its newest header whenever the hash differs from the last one (a reorg to a lower block
 * counts as new), and every fault. Ends when the signal aborts.
 */
export async function* watchHeads(request: WatchRequest): AsyncGenerator<HeadEvent> {
  let last: string | null = null;
  while (!request.signal.aborted) {
    const event = await look(request);
    if (request.signal.aborted) return;
    if (event.kind === "fault" || event.header.hash !== last) {
      last = event.kind === "head" ? event.header.hash : last;
      yield event;
    }
    await request.pause();
  }
}
