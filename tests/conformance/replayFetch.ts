import { decodeFunctionResult, encodeFunctionResult, type Hex, parseAbi } from "viem";
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

/** What happens to each inner result on its way. */
export type Tamper = (result: Inner, index: number) => Inner;

export type ReplayOptions = {
  readonly tamper?: Tamper;
  /** Answers in place of the recording; throws to fail as a broken connection does. */
  readonly answer?: (calls: readonly Call[]) => Response;
};

export type Replay = { readonly fetch: typeof fetch; readonly requests: Call[][] };

const MULTICALL3 = parseAbi([
  "struct Result { bool success; bytes returnData; }",
  "function aggregate3() view returns (Result[] returnData)",
]);

function tampered(result: unknown, tamper: Tamper): unknown {
  const inner = decodeFunctionResult({ abi: MULTICALL3, data: result as Hex });
  return encodeFunctionResult({ abi: MULTICALL3, result: inner.map(tamper) });
}

/** A transport that answers from a recording, and knows nothing else. */
export function replay({ exchanges }: Recording, { tamper, answer }: ReplayOptions = {}): Replay {
  const answers = new Map(
    exchanges.map(({ method, params, result }) => [JSON.stringify([method, params]), result]),
  );
  const requests: Call[][] = [];
  const replyTo = ({ id, method, params }: Call) => {
    const key = JSON.stringify([method, params]);
    if (!answers.has(key)) throw new NotRecorded({ method, params });
    const result = answers.get(key);
    return { jsonrpc: "2.0", id, result: tamper === undefined ? result : tampered(result, tamper) };
  };
  const fetch = async (_url: unknown, init?: RequestInit) => {
    const calls = JSON.parse(String(init?.body)) as Call[];
    requests.push(calls);
    return answer === undefined ? new Response(JSON.stringify(calls.map(replyTo))) : answer(calls);
  };
  return { fetch: fetch as typeof globalThis.fetch, requests };
}
