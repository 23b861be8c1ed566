import type { Level } from "@ballast/core";
import { listIncidents } from "@ballast/db";
import type { IconName } from "../../components/Icon.tsx";
import { parseAccountSegment } from "../../queries/accountSegment.ts";
import { database } from "../../queries/database.ts";

export type OpenIncident = {
  readonly id: string;
  readonly level: "critical" | "warning" | "unknown";
  readonly icon: IconName;
  readonly summary: string;
  readonly openedAt: number;
};

const RANK: Readonly<Record<Level, number>> = { critical: 0, unknown: 1, warning: 2, notice: 3, ok: 4 };
const LIMIT = 50;

/** Open incidents of the account and of the whole chain, worst first. Notices are findings, not banners. */
export async function loadOpenIncidents(segment: string): Promise<readonly OpenIncident[]> {
  const account = parseAccountSegment(segment);
  if (account === null) return [];
  const rows = await listIncidents(database().db, { chainId: account.chainId, openOnly: true, limit: LIMIT });
  return rows
    .filter((row) => row.account === null || row.account === account.address)
    .sort((a, b) => RANK[a.level] - RANK[b.level])
    .flatMap(({ id, level, summary, openedAt }) =>
      level === "ok" || level === "notice"
        ? []
        : [{ id: `${id}`, level, icon: level, summary, openedAt: Number(openedAt) }],
    );
}
