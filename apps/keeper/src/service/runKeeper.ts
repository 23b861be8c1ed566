import { type Header, loadSafeKit, watchHeads } from "@ballast/adapters";
import { releaseLease, saveKeeperStatus } from "@ballast/db";
import { chainIncident } from "../incidents/chainIncident.ts";
import { answerRequests } from "../requests/answerRequests.ts";
import type { HealthFacts } from "./health.ts";
import { judgeHead } from "./judgeHead.ts";
import type { Keeper } from "./keeper.ts";
import type { HeldLeases } from "./leases.ts";
import { pauseUnlessAborted } from "./pauseUnlessAborted.ts";
import { statusReport } from "./statusReport.ts";

/** What the running service says of itself, for /healthz; replaced as a whole. */
export type Running = { facts: HealthFacts };

type Service = { readonly running: Running; readonly held: HeldLeases; readonly startedAt: Date };

/**
 * Judges every new head until the signal aborts. A fault of one head is an incident and shown in health; the next head is
 * judged anew. Leases are released at the end, so that another keeper need not wait for them to run out.
 */
export async function runKeeper(
  keeper: Keeper,
  options: { readonly signal: AbortSignal; readonly pollMs: number; readonly running: Running },
): Promise<void> {
  const { signal, pollMs, running } = options;
  const service: Service = { running, held: new Map(), startedAt: new Date() };
  await loadSafeKit();
  const pause = () => pauseUnlessAborted(pollMs, signal);
  const { chainId } = keeper.deployment;
  try {
    for await (const event of watchHeads({ source: keeper.sources[0], chainId, pause, signal })) {
      if (event.kind === "fault") await tellFault(keeper, { service, fault: event.fault });
      else await follow(keeper, { service, head: event.header });
    }
  } finally {
    for (const lease of service.held.values()) await releaseLease(keeper.db, lease);
  }
}

async function follow(
  keeper: Keeper,
  { service, head }: { readonly service: Service; readonly head: Header },
): Promise<void> {
  const { held, running, startedAt } = service;
  const end = keeper.metrics.sweepSeconds.startTimer();
  try {
    const judged = await judgeHead(keeper, { held, head });
    running.facts = {
      healthy: judged.kind === "standing-by" || judged.ticks.length > 0 || running.facts.healthy,
      role: judged.kind === "judged" ? "leading" : "standing-by",
      lastTickEndedAt: judged.kind === "judged" ? new Date().toISOString() : running.facts.lastTickEndedAt,
      headNumber: head.number.toString(),
      headTimestamp: head.timestamp.toString(),
      lastError: null,
    };
    if (judged.kind === "standing-by") return;
    keeper.metrics.head.set(Number(head.number));
    await saveKeeperStatus(keeper.db, statusReport(keeper, { judged, startedAt }));
    await chainIncident(keeper, { over: true });
    await answerRequests(keeper, { held, judged });
  } catch (error) {
    await tellFault(keeper, { service, fault: error instanceof Error ? error : new Error(String(error)) });
  } finally {
    end();
  }
}

/** A head that could not be judged is never silent: health, log and an incident say so. */
async function tellFault(
  keeper: Keeper,
  { service, fault }: { readonly service: Service; readonly fault: Error },
): Promise<void> {
  const { running } = service;
  running.facts = { ...running.facts, healthy: false, lastError: fault.message };
  keeper.metrics.sweepsAbandoned.inc();
  keeper.log.error({ err: fault }, "head not judged");
  await chainIncident(keeper, { over: false, fault }).catch((error: unknown) => {
    keeper.log.error({ err: error }, "the incident could not be stored either");
  });
}
