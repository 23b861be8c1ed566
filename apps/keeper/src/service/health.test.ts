import { afterEach, describe, expect, test } from "vitest";
import { type HealthFacts, type HealthServer, serveHealth } from "./health.ts";
import { createMetrics } from "./metrics.ts";

const facts: HealthFacts = {
  healthy: true,
  lastTickEndedAt: "2026-01-01T00:00:00.000Z",
  headNumber: "12",
  headTimestamp: "1767225600",
  role: "leading",
  lastError: null,
};
let server: HealthServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});
const get = async (path: string, given: Partial<HealthFacts> = {}, method = "GET") => {
  const metrics = createMetrics();
  metrics.ticks.inc({ outcome: "held" });
  server = await serveHealth({ port: 0, facts: () => ({ ...facts, ...given }), metrics: metrics.registry });
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  return { status: response.status, body: await response.text() };
};

describe("the health server", () => {
  test("answers 200 with its facts while healthy", async () => {
    const { status, body } = await get("/healthz");
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual(facts);
  });
  test("answers 503 with the reason while not", async () => {
    const { status, body } = await get("/healthz", { healthy: false, lastError: "no head" });
    expect(status).toBe(503);
    expect(body).toContain("no head");
  });
  test("serves metrics", async () => {
    expect((await get("/metrics")).body).toContain('ballast_ticks_total{outcome="held"} 1');
  });
  test("refuses anything but GET", async () => {
    expect((await get("/healthz", {}, "POST")).status).toBe(405);
  });
});
