import { address, type CanonicalValue, checksumAddress, decodeCanonical } from "@ballast/core";
import { type AuditRow, auditPage } from "@ballast/db";
import { utc } from "../../format/time.ts";
import { database } from "../../queries/database.ts";
import { nameOf } from "../../queries/names.ts";

export type ActivityRow = {
  readonly seq: string;
  /** Unix seconds. */
  readonly at: number;
  readonly time: string;
  readonly actor: string;
  readonly role: string;
  readonly what: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly hash: string;
};

export type ActivityView = {
  readonly rows: readonly ActivityRow[];
  /** The entry to ask for older ones from; null when there are none. */
  readonly older: string | null;
};

const PAGE = 50;

/** A page of the audit log, newest first. */
export async function loadActivity(before: bigint | "end"): Promise<ActivityView> {
  const page = await auditPage(database().db, { before, limit: PAGE + 1 });
  const shown = page.slice(0, PAGE);
  return {
    rows: await Promise.all(shown.map(rowOf)),
    older: page.length > PAGE ? `${shown.at(-1)?.seq ?? 0n}` : null,
  };
}

async function rowOf({ seq, at, actor, role, kind, payload, hash }: AuditRow): Promise<ActivityRow> {
  return {
    seq: `${seq}`,
    at: Number(at),
    time: utc(at),
    actor: await actorName(actor),
    role: role.replace(/^ballast_/, ""),
    what: kind.replaceAll(/[.-]/g, " "),
    facts: factsOf(payload),
    hash,
  };
}

async function actorName(actor: string): Promise<string> {
  if (!/^0x[0-9a-f]{40}$/.test(actor)) return actor;
  const shown = checksumAddress(address(actor));
  const short = `${shown.slice(0, 6)}…${shown.slice(-4)}`;
  const name = await nameOf(actor);
  return name === null ? short : `${name}, ${short}`;
}

function factsOf(payload: string): ActivityRow["facts"] {
  const record = decodeCanonical(payload);
  if (typeof record !== "object" || record === null || Array.isArray(record)) return [];
  return Object.entries(record).map(([name, value]) => ({ name, value: valueText(value) }));
}

function valueText(value: CanonicalValue): string {
  if (value === null) return "none";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map(valueText).join(", ");
  return Object.entries(value)
    .map(([name, part]) => `${name} ${valueText(part)}`)
    .join(", ");
}
