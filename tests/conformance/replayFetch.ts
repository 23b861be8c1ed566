import { decodeFunctionData, decodeFunctionResult, encodeFunctionResult, type Hex, parseAbi } from "viem";
import type { Recording } from "./recording.ts";

type Call = { readonly id: number; readonly method: string; readonly params: readonly unknown[] };

/** A call that the recording lacks: the adapter reads something new, so it must be recorded again. */
export class NotRecorded extends Error {
  override readonly name = "NotRecorded";

  constructor(call: { readonly method: string; readonly params: readonly unknown[] }) {
    super(
      `${call.method} ${JSON.stringify(call.params).slice(0, 200)} is not recorded: node tests/conformance/record.ts`,
    );
  }
}

/** The result of one inner call of an aggregate. */
export type Inner = { readonly success: boolean; readonly returnData: Hex };

/** What happens to each inner result of an aggregate on its way, counted over all aggregates; storage is not part of one. */
export type Tamper = (result: Inner, index: number) => Inner;

export type ReplayOptions = {
  readonly tamper?: Tamper;
  /** Answers in place of the recording; throws to fail as a broken connection does. */
  readonly answer?: (calls: readonly Call[]) => Response;
};

export type Replay = { readonly fetch: typeof fetch; readonly requests: Call[][] };

const MULTICALL3 = parseAbi([
  "struct Call3 { address target; bool allowFailure; bytes callData; }",
  "struct Result { bool success; bytes returnData; }",
  "function aggregate3(Call3[] calls) payable returns (Result[] returnData)",
]);

type Recorded = { readonly params: readonly unknown[]; readonly result: unknown };

/** The inner calls of an aggregate, as text. */
function innerCalls(params: readonly unknown[]): readonly string[] {
  const [{ data }] = params as [{ data: Hex }];
  const { args } = decodeFunctionData({ abi: MULTICALL3, data });
  return args[0].map(({ target, callData }) => `${target.toLowerCase()}${callData}`);
}

const innerResults = (result: unknown): readonly Inner[] =>
  decodeFunctionResult({ abi: MULTICALL3, data: result as Hex });

/** Every recorded inner call with its result. */
const innerAnswers = (recorded: readonly Recorded[]): ReadonlyMap<string, Inner> =>
  new Map(
    recorded.flatMap(({ params, result }) => {
      const results = innerResults(result);
      return innerCalls(params).flatMap((call, index) => {
        const inner = results[index];
        return inner === undefined ? [] : [[call, inner] as const];
      });
    }),
  );

/** What is asked only because an earlier answer was tampered with was never recorded: it reverts. */
const NEVER_ASKED: Inner = { success: false, returnData: "0x" };

function tampering({ exchanges }: Recording, tamper: Tamper) {
  const answers = innerAnswers(exchanges.filter(({ method }) => method === "eth_call"));
  let count = 0;
  return (params: readonly unknown[]): Hex => {
    const inner = innerCalls(params).map((call) => answers.get(call) ?? NEVER_ASKED);
    const result = inner.map((one) => {
      count += 1;
      return tamper(one, count - 1);
    });
    return encodeFunctionResult({ abi: MULTICALL3, result });
  };
}

/** A transport that answers from a recording, and knows nothing else. */
export function replay(recording: Recording, { tamper, answer }: ReplayOptions = {}): Replay {
  const answers = new Map(
    recording.exchanges.map(({ method, params, result }) => [JSON.stringify([method, params]), result]),
  );
  const tampered = tamper === undefined ? null : tampering(recording, tamper);
  const requests: Call[][] = [];
  const replyTo = ({ id, method, params }: Call) => {
    if (tampered !== null && method === "eth_call") return { jsonrpc: "2.0", id, result: tampered(params) };
    const key = JSON.stringify([method, params]);
    if (!answers.has(key)) throw new NotRecorded({ method, params });
    return { jsonrpc: "2.0", id, result: answers.get(key) };
  };
  const fetch = async (_url: unknown, init?: RequestInit) => {
    const calls = JSON.parse(String(init?.body)) as Call[];
    requests.push(calls);
    return answer === undefined ? new Response(JSON.stringify(calls.map(replyTo))) : answer(calls);
  };
  return { fetch: fetch as typeof globalThis.fetch, requests };
}
