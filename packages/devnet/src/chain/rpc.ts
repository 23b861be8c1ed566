import { RpcError } from "../errors.ts";

/** One JSON-RPC request to the devnet's own node. */
export type Rpc = <Result>(method: string, ...params: readonly unknown[]) => Promise<Result>;

/**
 * A JSON-RPC caller without retries: the node is a child process on the loopback address, so that a failure is a failure.
 * Its calls throw {RpcError} when the node refuses.
 */
export function createRpc(url: string): Rpc {
  let id = 0;
  return async <Result>(method: string, ...params: readonly unknown[]): Promise<Result> => {
    id += 1;
    const body = JSON.stringify({ jsonrpc: "2.0", id, method, params });
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const reply = (await response.json()) as
      | { result: Result }
      | { error: { code: number; message: string } };
    if ("error" in reply) throw new RpcError({ method, ...reply.error });
    return reply.result;
  };
}
