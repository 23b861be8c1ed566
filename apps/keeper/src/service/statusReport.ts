import { engineVersion } from "@ballast/core";
import type { KeeperReport } from "@ballast/db";
import type { HeadJudged } from "./judgeHead.ts";
import type { Keeper } from "./keeper.ts";

/** What this keeper says of itself after a head. */
export function statusReport(
  keeper: Keeper,
  {
    judged,
    startedAt,
  }: { readonly judged: Extract<HeadJudged, { kind: "judged" }>; readonly startedAt: Date },
): KeeperReport {
  const { block, heads } = judged.pinned;
  const last = judged.ticks.at(-1);
  return {
    instance: keeper.instance,
    chainId: block.chainId,
    version: engineVersion,
    mode: keeper.proposer === null ? "observe" : "propose",
    startedAt: wallClock(startedAt),
    lastTickId: last?.id ?? null,
    lastTickAt: last?.finishedAt ?? null,
    headNumber: block.number,
    headHash: block.hash,
    headTimestamp: block.timestamp,
    headsAgreeing: heads.filter(({ state }) => state === "agrees").length,
    headsTotal: heads.length,
    rssBytes: BigInt(process.memoryUsage.rss()),
  };
}

const wallClock = (date: Date) => BigInt(Math.floor(date.getTime() / 1_000)) as KeeperReport["startedAt"];
