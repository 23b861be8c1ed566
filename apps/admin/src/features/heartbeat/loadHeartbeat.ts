import { formatDecimal, type Policy } from "@ballast/core";
import { allKeeperStatus, type TickRecord } from "@ballast/db";
import { database } from "../../queries/database.ts";
import { latestJudgement, recentTicks } from "../../queries/judgement.ts";
import type { Beat, HeartbeatView } from "./heartbeatView.ts";
import { tickInterval } from "./tickInterval.ts";

const BEATS = 30;

/** The keeper's pulse for one account. */
export async function loadHeartbeat(segment: string): Promise<HeartbeatView> {
  const [ticks, judgement, [status]] = await Promise.all([
    recentTicks(segment),
    latestJudgement(segment),
    allKeeperStatus(database().db),
  ]);
  const times = ticks.map(({ startedAt }) => Number(startedAt));
  const head = judgement?.snapshot.block.number ?? null;
  return {
    lastAt: times[0] ?? null,
    interval: tickInterval(times),
    beats: ticks.slice(0, BEATS).map(beatOf).reverse(),
    block: head === null ? "none yet" : formatDecimal(head, { decimals: 0n, places: 0n, rounding: "down" }),
    heads: status === undefined ? "unknown" : `${status.headsAgreeing} of ${status.headsTotal}`,
    mode: modeOf(judgement?.policy ?? null),
  };
}

function beatOf({ outcome }: TickRecord): Beat {
  return outcome ?? "open";
}

function modeOf(policy: Policy | null): string {
  if (policy === null) return "No policy";
  return policy.mode === "propose" ? "Propose" : "Observe";
}
