import { chunkByGas, gasOf } from "./chunkByGas.ts";
import { notRun, type Outcome, resultFor } from "./outcome.ts";
import type { PinnedCall, PinnedReader } from "./pinnedReader.ts";
import type { RpcCall, RpcReply } from "./rpc.ts";
import { aggregateCall, outcomesOf, type RunContext } from "./runCalls.ts";

export type PinnedReaderOptions = RunContext & {
  /** Most estimated gas of one aggregate; nodes limit what an eth_call may burn (geth: 50 million by default). */
  readonly gasPerAggregate?: bigint;
};

/** A reader that also tells how much it asked for. */
export type MeteredPinnedReader = PinnedReader & {
  /** Sum of the gas estimates of the calls that were sent. */
  gas(): bigint;
};

type Answers = { readonly outcomes: ReadonlyMap<string, Outcome>; readonly replies: readonly RpcReply[] };
type Batch = { readonly calls: PinnedCall[]; readonly asks: RpcCall[]; readonly answers: Promise<Answers> };

const GAS_PER_AGGREGATE = 15_000_000n;

const keyOf = ({ to, data }: PinnedCall): string => `${to}:${data}`;

/** The same call asked for twice (a critical reading, a shared rate) travels once. */
const distinct = (calls: readonly PinnedCall[]): readonly PinnedCall[] => [
  ...new Map(calls.map((call) => [keyOf(call), call])).values(),
];

/** Resolves once everything that can be asked for without waiting for an answer has been asked for. */
const endOfTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * A reader at one pinned block. What several callers ask for in one turn of the event loop travels in one HTTP request:
 * their view calls in Multicall3 aggregates, cut by gas, and their other JSON-RPC calls beside them.
 */
export function createPinnedReader(options: PinnedReaderOptions): MeteredPinnedReader {
  const { source, block, gasPerAggregate = GAS_PER_AGGREGATE } = options;
  let open: Batch | null = null;
  let gas = 0n;

  async function send(calls: readonly PinnedCall[], asks: readonly RpcCall[]): Promise<Answers> {
    const chunks = chunkByGas(distinct(calls), gasPerAggregate);
    gas += chunks.flat().reduce((sum, call) => sum + gasOf(call), 0n);
    const sent = await source.request([...chunks.map((chunk) => aggregateCall(chunk, options)), ...asks]);
    const outcomes = new Map<string, Outcome>();
    for (const [index, chunk] of chunks.entries()) {
      const reply = sent[index];
      const results = reply === undefined ? [] : await outcomesOf(chunk, { reply, context: options });
      for (const [place, call] of chunk.entries()) {
        const outcome = results[place];
        if (outcome !== undefined) outcomes.set(keyOf(call), outcome);
      }
    }
    return { outcomes, replies: sent.slice(chunks.length) };
  }

  function join(): Batch {
    if (open !== null) return open;
    const calls: PinnedCall[] = [];
    const asks: RpcCall[] = [];
    const answers = endOfTurn().then(() => {
      open = null;
      return send(calls, asks);
    });
    open = { calls, asks, answers };
    return open;
  }

  return {
    block,
    gas: () => gas,
    async read(calls) {
      const batch = join();
      batch.calls.push(...calls);
      const { outcomes } = await batch.answers;
      const unanswered = notRun({
        code: "rpc",
        retry: true,
        detail: `Source ${source.id}: no reply to this call`,
      });
      return calls.map((call) => resultFor(call, outcomes.get(keyOf(call)) ?? unanswered));
    },
    async ask(calls) {
      const batch = join();
      const from = batch.asks.length;
      batch.asks.push(...calls);
      const { replies } = await batch.answers;
      return replies.slice(from, from + calls.length);
    },
  };
}
