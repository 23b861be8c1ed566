import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { sourceId } from "@ballast/core";
import { afterEach, describe, expect, it } from "vitest";
import { FakeRpcError, fakeSource } from "../testing/fakeNode.ts";
import { createSource, type SourceOptions } from "./createSource.ts";
import {
  SourceBadJson,
  SourceDown,
  SourceErrorObject,
  type SourceFault,
  SourceHttpStatus,
  SourceTimeout,
  SourceWrongReply,
} from "./faults.ts";
import type { ChainSource, RpcCall } from "./rpc.ts";
import { SourceUrlInvalid } from "./SourceUrlInvalid.ts";

const CALL: RpcCall = { method: "eth_blockNumber", params: [] };
const SECRET = "s3cr3tk3y-0123456789";
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A source over a real HTTP server on a free port, its address holding a key. */
async function served(listener: RequestListener, options: Partial<SourceOptions> = {}): Promise<ChainSource> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/v2/${SECRET}`;
  return createSource({ id: sourceId("rpc-1"), url, timeoutMs: 5000, ...options });
}

async function faultOf(source: ChainSource): Promise<SourceFault> {
  const [reply] = await source.request([CALL]);
  if (reply === undefined || reply.ok) throw new Error("expected a fault");
  return reply.fault;
}

const answering =
  (body: string, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status).end(body);
  };

describe("createSource", () => {
  it("gives each call its reply by id, in whatever order they come", async () => {
    const body = JSON.stringify([
      { jsonrpc: "2.0", id: 1, result: "second" },
      { jsonrpc: "2.0", id: 0, result: "first" },
    ]);
    const source = await served(answering(body));
    const replies = await source.request([CALL, CALL]);
    expect(replies).toEqual([
      { ok: true, result: "first" },
      { ok: true, result: "second" },
    ]);
  });

  it("takes null for a result", async () => {
    const source = fakeSource(() => null);
    expect(await source.request([CALL])).toEqual([{ ok: true, result: null }]);
  });

  it("counts an array as one request and its calls one by one", async () => {
    const source = fakeSource(() => "0x1");
    await source.request([CALL, CALL, CALL]);
    await source.request([CALL]);
    expect(source.counts()).toEqual({ requests: 2, calls: 4 });
  });

  it("sends nothing when nothing is asked", async () => {
    const source = fakeSource(() => "0x1");
    expect(await source.request([])).toEqual([]);
    expect(source.counts()).toEqual({ requests: 0, calls: 0 });
  });

  it("cuts an array that the provider would not take", async () => {
    const source = fakeSource(({ params }) => params[0], { maxBatch: 2 });
    const replies = await source.request([1, 2, 3, 4, 5].map((n) => ({ method: "echo", params: [n] })));
    expect(source.sent.map((array) => array.length)).toEqual([2, 2, 1]);
    expect(replies.map((reply) => reply.ok && reply.result)).toEqual([1, 2, 3, 4, 5]);
  });

  it("says which call failed and answers the others", async () => {
    const source = fakeSource(({ method }) => {
      if (method === "bad") throw new FakeRpcError(-32601, "no such method");
      return "fine";
    });
    const [good, bad] = await source.request([CALL, { method: "bad", params: [] }]);
    expect(good).toEqual({ ok: true, result: "fine" });
    expect(bad).toMatchObject({ ok: false, fault: { code: -32601, method: "bad", retry: false } });
  });

  it.each<[string, () => Promise<ChainSource>, new (...args: never[]) => SourceFault, boolean]>([
    ["a status of 401", () => served(answering("", 401)), SourceHttpStatus, false],
    ["a status of 429", () => served(answering("", 429)), SourceHttpStatus, true],
    ["a status of 503", () => served(answering("", 503)), SourceHttpStatus, true],
    ["a status of 404", () => served(answering("", 404)), SourceHttpStatus, false],
    ["a web page", () => served(answering("<html>")), SourceBadJson, true],
    ["half an answer", () => served(answering('[{"id":0')), SourceBadJson, true],
    ["an empty answer", () => served(answering("")), SourceBadJson, true],
    [
      "a longer answer than allowed",
      () => served(answering("x".repeat(99)), { maxBytes: 50 }),
      SourceBadJson,
      true,
    ],
    ["a number", () => served(answering("7")), SourceWrongReply, true],
    ["an empty array", () => served(answering("[]")), SourceWrongReply, true],
    ["another id", () => served(answering('[{"id":7,"result":"0x1"}]')), SourceWrongReply, true],
    ["an id as text", () => served(answering('[{"id":"0","result":"0x1"}]')), SourceWrongReply, true],
    [
      "two replies to one call",
      () => served(answering('[{"id":0,"result":"0x1"},{"id":0,"result":"0x2"}]')),
      SourceWrongReply,
      true,
    ],
    ["a reply without a result", () => served(answering('[{"id":0}]')), SourceWrongReply, true],
    [
      "an error",
      () => served(answering('[{"id":0,"error":{"code":-32000,"message":"x"}}]')),
      SourceErrorObject,
      true,
    ],
    [
      "one error for all",
      () => served(answering('{"error":{"code":-32600,"message":"x"}}')),
      SourceErrorObject,
      false,
    ],
    ["a broken connection", () => served((_, response) => void response.destroy()), SourceDown, true],
    ["silence", () => served(() => undefined, { timeoutMs: 30 }), SourceTimeout, true],
    [
      "a redirect",
      () => served((_, response) => void response.writeHead(302, { location: "http://127.0.0.1:1/" }).end()),
      SourceDown,
      true,
    ],
  ])("calls %s by its name and says whether to try again", async (_name, make, kind, retry) => {
    const fault = await faultOf(await make());
    expect(fault).toBeInstanceOf(kind);
    expect(fault.retry).toBe(retry);
    expect(fault.source).toBe("rpc-1");
  });

  it("reports a port on which nobody listens as down, with the system's code", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const url = `http://127.0.0.1:${port}/${SECRET}`;
    const fault = await faultOf(createSource({ id: sourceId("rpc-2"), url, timeoutMs: 5000 }));
    expect(fault).toMatchObject({ name: "SourceDown", reason: "ECONNREFUSED" });
  });

  it("keeps its address out of every fault, even when the provider repeats it", async () => {
    const source = await served((request, response) => {
      const message = `invalid key ${SECRET} at ${request.headers.host}${request.url}`;
      response.end(JSON.stringify([{ id: 0, error: { code: -32001, message } }]));
    });
    const fault = await faultOf(source);
    expect(`${fault.message} ${JSON.stringify(fault)} ${fault.stack}`).not.toContain(SECRET);
  });

  it("does not carry the address in the fault of a dead connection", async () => {
    const fault = await faultOf(await served((_, response) => void response.destroy()));
    expect(fault.cause).toBeUndefined();
    expect(`${fault.message} ${fault.stack}`).not.toContain(SECRET);
  });

  it.each(["", "localhost:8545", "ws://localhost:1", "file:///etc/passwd"])(
    "refuses the address %j",
    (url) => {
      const make = () => createSource({ id: sourceId("rpc-1"), url, timeoutMs: 1 });
      expect(make).toThrow(SourceUrlInvalid);
    },
  );

  it("lets a mistake of its own through", async () => {
    const broken = fakeSource(() => null, {
      fetch: async () => {
        throw new RangeError("a bug");
      },
    });
    await expect(broken.request([CALL])).rejects.toThrow(RangeError);
  });
});
