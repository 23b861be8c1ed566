import type { Address } from "@ballast/core";
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { databaseNow } from "../../columns/databaseNow.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { incidentEvents } from "../../schema/incidentEvents.ts";
import { type IncidentRow, incidents } from "../../schema/incidents.ts";

export type IncidentOver = {
  readonly chainId: bigint;
  readonly account: Address | null;
  readonly rule: string;
  readonly subject: string;
  readonly actor: string;
  readonly detail?: string;
};

/** Resolves the open incident of this rule and subject; undefined when none is open. */
export async function resolveIncident(db: Database, over: IncidentOver): Promise<IncidentRow | undefined> {
  const open = and(
    eq(incidents.chainId, over.chainId),
    over.account === null ? isNull(incidents.account) : eq(incidents.account, over.account),
    eq(incidents.rule, over.rule),
    eq(incidents.subject, over.subject),
    isNull(incidents.resolvedAt),
  );
  return typedErrors(() =>
    db.transaction(async (transaction) => {
      const [row] = await transaction
        .update(incidents)
        .set({ resolvedAt: databaseNow })
        .where(open)
        .returning();
      if (!row) return undefined;
      const event = {
        incidentId: row.id,
        kind: "resolved" as const,
        actor: over.actor,
        detail: over.detail ?? "",
      };
      await transaction.insert(incidentEvents).values(event);
      return row;
    }),
  );
}
