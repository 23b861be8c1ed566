import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";

/** What /healthz answers from. Ages are judged by the caller's monitoring; the figures are here. */
export type HealthFacts = {
  /** True once a tick has ended, and the last sweep did not fail. */
  readonly healthy: boolean;
  readonly lastTickEndedAt: string | null;
  readonly headNumber: string | null;
  readonly headTimestamp: string | null;
  readonly role: "leading" | "standing-by";
  readonly lastError: string | null;
};

export type HealthServer = { readonly port: number; close(): Promise<void> };

/** Serves /healthz (200 or 503, JSON) and /metrics (Prometheus text) on loopback only. */
export async function serveHealth(input: {
  readonly port: number;
  readonly facts: () => HealthFacts;
  readonly metrics: Registry;
}): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const send = (status: number, { type, body }: { readonly type: string; readonly body: string }) => {
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
      response.end(body);
    };
    if (request.method !== "GET") return send(405, { type: "text/plain", body: "GET only\n" });
    if (request.url === "/healthz") {
      const facts = input.facts();
      return send(facts.healthy ? 200 : 503, {
        type: "application/json",
        body: `${JSON.stringify(facts)}\n`,
      });
    }
    if (request.url === "/metrics") {
      input.metrics.metrics().then(
        (text) => send(200, { type: input.metrics.contentType, body: text }),
        (error: Error) => send(500, { type: "text/plain", body: `metrics failed: ${error.message}\n` }),
      );
      return;
    }
    send(404, { type: "text/plain", body: "Try /healthz or /metrics\n" });
  });
  await listen(server, input.port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}
