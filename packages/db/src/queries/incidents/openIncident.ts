import type { Address, Level } from "@ballast/core";
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../../client/database.ts";
import { databaseNow } from "../../columns/databaseNow.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { incidentEvents } from "../../schema/incidentEvents.ts";
import { type IncidentRow, incidents } from "../../schema/incidents.ts";

export type NewIncident = {
  readonly chainId: bigint;
  /** null when it concerns the whole chain or the keeper itself. */
  readonly account: Address | null;
  readonly rule: string;
  readonly subject: string;
  readonly level: Level;
  /** In words, for an operator. */
  readonly summary: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly tickId?: bigint;
  /** Keeper instance. */
  readonly actor: string;
};

export type IncidentOpened = {
  readonly incident: IncidentRow;
  readonly change: "opened" | "changed" | "same";
};

/**
 * Opens an incident, or renews the one that is open for this rule and subject of the account. `change` says whether
 * there is something new to tell: a first time, or another level.
 */
export async function openIncident(db: Database, wanted: NewIncident): Promise<IncidentOpened> {
  const opened = await typedErrors(() =>
    db.transaction(async (transaction) => {
      const open = await lockOpen(transaction, wanted);
      return open ? renew(transaction, { open, wanted }) : insert(transaction, wanted);
    }),
  );
  // Somebody else opened it in between: now it can be renewed.
  return opened ?? openIncident(db, wanted);
}

async function lockOpen(db: Database, wanted: NewIncident): Promise<IncidentRow | undefined> {
  const { chainId, account, rule, subject } = wanted;
  const [open] = await db
    .select()
    .from(incidents)
    .where(
      and(
        eq(incidents.chainId, chainId),
        account === null ? isNull(incidents.account) : eq(incidents.account, account),
        eq(incidents.rule, rule),
        eq(incidents.subject, subject),
        isNull(incidents.resolvedAt),
      ),
    )
    .for("update");
  return open;
}

async function insert(db: Database, wanted: NewIncident): Promise<IncidentOpened | undefined> {
  const { chainId, account, rule, subject, level, summary, detail = null, tickId = null } = wanted;
  const [incident] = await db
    .insert(incidents)
    .values({ chainId, account, rule, subject, level, summary, detail, openedByTick: tickId })
    .onConflictDoNothing()
    .returning();
  if (!incident) return undefined;
  await tell(db, { incident, kind: "opened", actor: wanted.actor });
  return { incident, change: "opened" };
}

async function renew(
  db: Database,
  { open, wanted }: { open: IncidentRow; wanted: NewIncident },
): Promise<IncidentOpened> {
  const { level, summary, detail = null } = wanted;
  const [incident] = await db
    .update(incidents)
    .set({ level, summary, detail, lastSeenAt: databaseNow })
    .where(eq(incidents.id, open.id))
    .returning();
  if (!incident) throw new Error(`incident ${open.id} is gone although its row is locked`);
  if (open.level === level) return { incident, change: "same" };
  await tell(db, { incident, kind: "changed", actor: wanted.actor });
  return { incident, change: "changed" };
}

type Told = { incident: IncidentRow; kind: "opened" | "changed"; actor: string };

async function tell(db: Database, { incident, kind, actor }: Told): Promise<void> {
  await db.insert(incidentEvents).values({ incidentId: incident.id, kind, actor, detail: incident.summary });
}
