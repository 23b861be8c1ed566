import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Metrics of one keeper process. Labels come from closed lists only, so the number of series is bounded. */
export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "ballast_" });
  const registers = [registry];
  return {
    registry,
    ticks: new Counter({
      name: "ballast_ticks_total",
      help: "Ticks ended, by outcome",
      labelNames: ["outcome"] as const,
      registers,
    }),
    sweepsAbandoned: new Counter({
      name: "ballast_sweeps_abandoned_total",
      help: "Sweeps that could not be read",
      registers,
    }),
    head: new Gauge({ name: "ballast_head_number", help: "Number of the last block judged", registers }),
    rpcRequests: new Counter({
      name: "ballast_rpc_http_requests_total",
      help: "HTTP requests of sweeps, by position of the source in RPC_URLS",
      labelNames: ["source"] as const,
      registers,
    }),
    sweepSeconds: new Histogram({
      name: "ballast_sweep_seconds",
      help: "From a new head seen to all its ticks ended",
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10],
      registers,
    }),
  };
}
