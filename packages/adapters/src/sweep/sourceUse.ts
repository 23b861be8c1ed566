import type { SourceId } from "@ballast/core";
import type { MeteredPinnedReader } from "../chain/createPinnedReader.ts";
import type { ChainSource, SourceCounts } from "../chain/rpc.ts";

/** What reading a sweep took of one source. */
export type SourceUse = SourceCounts & {
  readonly source: SourceId;
  /** Estimated gas of the view calls inside the aggregates. */
  readonly gas: bigint;
};

/** Starts counting what is asked of a source through a reader of its own. */
export function meter(source: ChainSource, reader: MeteredPinnedReader): () => SourceUse {
  const before = source.counts();
  return () => {
    const { requests, calls } = source.counts();
    return {
      source: source.id,
      requests: requests - before.requests,
      calls: calls - before.calls,
      gas: reader.gas(),
    };
  };
}
