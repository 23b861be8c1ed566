import { Agent, type IncomingMessage, request } from "node:http";
import { RpcError } from "../errors.ts";

/** One JSON-RPC request to the devnet's own node. */
export type Rpc = <Result>(method: string, ...params: readonly unknown[]) => Promise<Result>;

type Reply<Result> =
  | { readonly result: Result }
  | { readonly error: { readonly code: number; readonly message: string; readonly data?: unknown } };

/**
 * A JSON-RPC caller without retries: the node is a child process on the loopback address, so that a failure is a failure.
 * It keeps its connections and is cheaper than `fetch`: laying down history makes some thousand calls.
 * Its calls throw {RpcError} when the node refuses.
 */
export function createRpc(url: string): Rpc {
  const agent = new Agent({ keepAlive: true });
  let id = 0;
  return async <Result>(method: string, ...params: readonly unknown[]): Promise<Result> => {
    id += 1;
    const body = JSON.stringify({ jsonrpc: "2.0", id, method, params });
    const reply = JSON.parse(await post(url, { agent, body })) as Reply<Result>;
    if ("error" in reply) throw new RpcError({ method, ...reply.error });
    return reply.result;
  };
}

function post(url: string, { agent, body }: { agent: Agent; body: string }): Promise<string> {
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: "POST", agent, headers }, (incoming) => {
      readAll(incoming).then(resolve, reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

async function readAll(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
