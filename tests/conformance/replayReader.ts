import {
  type ChainSource,
  createPinnedReader,
  createSource,
  loadDeployment,
  type PinnedReader,
} from "@ballast/adapters";
import { sourceId } from "@ballast/core";
import { loadRecording, type Recording } from "./recording.ts";
import { type Replay, type ReplayOptions, replay } from "./replayFetch.ts";

/** A reader at a recording's block whose HTTP is answered from the recording; everything above HTTP is the real code. */
export type ReplayReader = {
  readonly recording: Recording;
  readonly reader: PinnedReader;
  readonly source: ChainSource;
  readonly replay: Replay;
};

export function replayReader(id: string, options: ReplayOptions = {}): ReplayReader {
  const recording = loadRecording(id);
  const played = replay(recording, options);
  const source = createSource({
    id: sourceId("rpc-1"),
    url: "http://replay.test/",
    timeoutMs: 1000,
    fetch: played.fetch,
  });
  const { multicall } = loadDeployment(recording.deployment);
  return {
    recording,
    source,
    replay: played,
    reader: createPinnedReader({ source, block: recording.block, multicall }),
  };
}

/** A transport on which nobody answers. */
export const refused: ReplayOptions = {
  answer: () => {
    throw new TypeError("fetch failed", {
      cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
    });
  },
};

/** A node that answers every call with this result. */
export const answering = (result: unknown): ReplayOptions => ({
  answer: (calls) => new Response(JSON.stringify(calls.map(({ id }) => ({ jsonrpc: "2.0", id, result })))),
});
