import type { BlockRef, Missing, Sample, Series } from "@ballast/core";
import { compareText } from "@ballast/core";
import { isHex } from "viem";
import { type PinnedResult, pinnedTo } from "../chain/pinnedReader.ts";
import type { ChainSource, RpcCall, RpcReply } from "../chain/rpc.ts";
import type { Deployment } from "../deployment/types.ts";
import { readRate } from "../holdings/readRate.ts";
import type { RateSource } from "../rateSource.ts";
import { adapters } from "../registry.ts";

export type SamplesRequest = {
  readonly source: ChainSource;
  /** Blocks whose headers were checked; ascending in time. */
  readonly blocks: readonly BlockRef[];
  readonly deployment: Deployment;
  /** Assets whose rates are wanted; all that the deployment has when absent. */
  readonly assets?: readonly string[];
};

/** Rates at older blocks. A sample that could not be read is missing, and its series has a gap. */
export type SamplesReading = {
  /** `rate:<asset>`, sorted by id. */
  readonly series: readonly Series[];
  readonly missing: readonly (Missing & { readonly block: BlockRef })[];
};

type Read =
  | { readonly block: BlockRef; readonly sample: Sample }
  | { readonly block: BlockRef; readonly missing: Missing };

const rateCallAt = (rate: RateSource, block: BlockRef): readonly RpcCall[] =>
  rate.kind === "fixed"
    ? []
    : [{ method: "eth_call", params: [{ to: rate.call.to, data: rate.call.data }, pinnedTo(block)] }];

/** An eth_call's reply as a reading. What a node says of an error is a fault of the source here: old state may be gone. */
function resultOf(reply: RpcReply | undefined, source: ChainSource): PinnedResult {
  if (reply?.ok && isHex(reply.result)) return { ok: true, data: reply.result };
  const fault = reply === undefined || reply.ok ? null : reply.fault;
  const detail = fault?.message ?? `Source ${source.id}: no usable reply`;
  const missing = { subject: "rate", code: "rpc", retry: fault?.retry ?? true, detail } as const;
  return { ok: false, missing, reverted: null };
}

function sampleOf(
  rate: RateSource,
  at: { readonly block: BlockRef; readonly result: PinnedResult | null },
): Read {
  const { block, result } = at;
  const read = readRate(rate, result);
  if (!read.ok) return { block, missing: read.missing };
  const { number, hash, timestamp } = block;
  return { block, sample: { block: number, hash, timestamp, value: read.reading.rate } };
}

const wantedRates = ({ deployment, assets }: SamplesRequest): readonly RateSource[] =>
  adapters
    .flatMap((adapter) => adapter.rates(deployment))
    .filter(({ asset }) => assets === undefined || assets.includes(asset))
    .toSorted((a, b) => compareText(a.asset, b.asset));

/**
 * Reads the accounting rates at older blocks in one JSON-RPC array, each by its block's hash. Needs a source that keeps
 * the state of those blocks.
 */
export async function readSamples(request: SamplesRequest): Promise<SamplesReading> {
  const { source, blocks } = request;
  const rates = wantedRates(request);
  const cells = rates.flatMap((rate) => blocks.map((block) => ({ rate, block })));
  const replies = (
    await source.request(cells.flatMap(({ rate, block }) => rateCallAt(rate, block)))
  ).values();
  const reads = cells.map(({ rate, block }) => {
    const result = rate.kind === "fixed" ? null : resultOf(replies.next().value, source);
    return { asset: rate.asset, read: sampleOf(rate, { block, result }) };
  });
  const series = rates.map(({ asset }) => ({
    id: `rate:${asset}`,
    samples: reads.flatMap(({ read, ...own }) =>
      own.asset === asset && "sample" in read ? [read.sample] : [],
    ),
  }));
  const missing = reads.flatMap(({ read }) =>
    "missing" in read ? [{ ...read.missing, block: read.block }] : [],
  );
  return { series, missing };
}
