import { type BlockRef, blockNumber, type Hash32, type HeadReading, min, type SourceId } from "@ballast/core";
import { compareHead, type OtherHead } from "./compareHead.ts";
import { NoHead } from "./NoHead.ts";
import { primaryOf } from "./primaryOf.ts";
import { type BlockAt, readHeaders } from "./readHeader.ts";
import type { ChainSource } from "./rpc.ts";
import type { Header } from "./verifyHeader.ts";

/** A block that the sweep reads at, and how each source sees it. */
export type PinnedBlock = {
  readonly block: BlockRef;
  readonly parentHash: Hash32;
  /** Wei per gas, from the block's own header. */
  readonly baseFee: bigint;
  /** One per source, the first being the primary, which agrees with itself. */
  readonly heads: readonly HeadReading[];
};

export type PinRequest = {
  readonly chainId: bigint;
  /** The first is the primary: its newest block is pinned. */
  readonly sources: readonly ChainSource[];
  /** The primary's newest header where it was just read (by `watchHeads`); read when absent. */
  readonly head?: Header;
  /** How often a source that is behind is asked again before a lower block is taken. */
  readonly lagRetries: number;
  /** Waits between two tries. */
  readonly pause: () => Promise<void>;
  /** How far below the primary's head the block may be for the sake of a source that is behind. */
  readonly maxLag: bigint;
};

const refOf = ({ chainId, number, hash, timestamp }: Header): BlockRef => ({
  chainId,
  number,
  hash,
  timestamp,
});

async function primaryHeader(
  primary: ChainSource,
  { request, at }: { readonly request: PinRequest; readonly at: BlockAt },
): Promise<Header> {
  const [reply] = await readHeaders(primary, { chainId: request.chainId, at: [at] });
  if (reply?.ok) return reply.header;
  throw new NoHead(
    primary.id,
    reply === undefined || reply.absent ? "it has no such block" : reply.fault.message,
  );
}

async function compareAll(header: Header, request: PinRequest): Promise<readonly OtherHead[]> {
  return Promise.all(request.sources.slice(1).map((source) => compareHead(source, header)));
}

/** Asks sources that are behind again, `lagRetries` times at most. */
async function waitForLaggards(header: Header, request: PinRequest): Promise<readonly OtherHead[]> {
  let others = await compareAll(header, request);
  for (
    let tries = 0;
    tries < request.lagRetries && others.some(({ reading }) => reading.state === "lags");
    tries += 1
  ) {
    await request.pause();
    others = await Promise.all(
      others.map((other) => (other.reading.state === "lags" ? compareHead(other.source, header) : other)),
    );
  }
  return others;
}

/** The highest block that every source which is behind has; null when that is too far down or nobody is behind. */
function commonHeight(
  header: Header,
  facts: { readonly others: readonly OtherHead[]; readonly maxLag: bigint },
) {
  const behind = facts.others.flatMap(({ reading }) =>
    reading.state === "lags" && reading.number !== null ? [reading.number] : [],
  );
  const lowest = behind.reduce((least, number) => min(least, number), header.number);
  return lowest < header.number && header.number - lowest <= facts.maxLag ? blockNumber(lowest) : null;
}

function pinned(
  header: Header,
  seen: { readonly others: readonly OtherHead[]; readonly primary: SourceId },
): PinnedBlock {
  const own: HeadReading = {
    source: seen.primary,
    state: "agrees",
    number: header.number,
    hash: header.hash,
    detail: "the block is this source's own",
  };
  const { baseFee, parentHash } = header;
  return {
    block: refOf(header),
    parentHash,
    baseFee,
    heads: [own, ...seen.others.map(({ reading }) => reading)],
  };
}

/**
 * Pins the block of a sweep: the primary's newest, its hash computed from its header, and every other source asked
 * for its hash at that height. Sources that are behind are waited for within limits; then a lower block that all have
 * is taken. A source that stays behind, is silent or disagrees is said to do so in `heads`; what follows from that is
 * the policy's to say.
 *
 * @throws NoSource without sources; NoHead when the primary gives no usable header: there is nothing to read at.
 */
export async function pinBlock(request: PinRequest): Promise<PinnedBlock> {
  const primary = primaryOf(request.sources);
  const newest = request.head ?? (await primaryHeader(primary, { request, at: "latest" }));
  const others = await waitForLaggards(newest, request);
  const lower = commonHeight(newest, { others, maxLag: request.maxLag });
  if (lower === null) return pinned(newest, { others, primary: primary.id });
  const header = await primaryHeader(primary, { request, at: { number: lower } });
  return pinned(header, { others: await compareAll(header, request), primary: primary.id });
}
