import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type RpcRequest = {
  readonly id: unknown;
  readonly method: string;
  readonly params: readonly unknown[];
};
export type RpcReply = { readonly jsonrpc: "2.0"; readonly id: unknown; result?: unknown; error?: unknown };

/** Changes replies on their way back. Returning `drop` closes the connection without an answer. */
export type Fault = (exchange: {
  readonly request: RpcRequest;
  readonly reply: RpcReply;
}) => RpcReply | "drop";

export type RpcProxy = {
  readonly url: string;
  /** Every request seen so far, arrays flattened. */
  readonly seen: readonly RpcRequest[];
  /** null heals the endpoint. */
  setFault(fault: Fault | null): void;
  close(): Promise<void>;
};

/** An HTTP proxy before a JSON-RPC node that can lie, lag or fall silent: faults at the transport, nowhere else. */
export async function startRpcProxy(target: string): Promise<RpcProxy> {
  let fault: Fault | null = null;
  const seen: RpcRequest[] = [];
  const server = createServer((request, response) => {
    answer({ request, response, target, seen, fault: () => fault }).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    setFault: (next) => {
      fault = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function answer(input: {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: string;
  readonly seen: RpcRequest[];
  readonly fault: () => Fault | null;
}): Promise<void> {
  const body = await readBody(input.request);
  const asked = JSON.parse(body) as RpcRequest | RpcRequest[];
  const upstream = await fetch(input.target, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const given = (await upstream.json()) as RpcReply | RpcReply[];
  const requests = Array.isArray(asked) ? asked : [asked];
  const replies = Array.isArray(given) ? given : [given];
  input.seen.push(...requests);
  const changed = requests.map((request, index) => {
    const reply = replies.find(({ id }) => id === request.id) ?? replies[index];
    if (reply === undefined) return "drop";
    return input.fault()?.({ request, reply }) ?? reply;
  });
  if (changed.includes("drop")) {
    input.response.destroy();
    return;
  }
  input.response.writeHead(200, { "content-type": "application/json" });
  input.response.end(JSON.stringify(Array.isArray(asked) ? changed : changed[0]));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
