"use server";
import { verifyAuditChain } from "@ballast/db";
import { mayRead } from "../../auth/mayRead.ts";
import { database } from "../../queries/database.ts";

export type LogVerdict = {
  readonly level: "ok" | "critical" | "unknown";
  readonly word: string;
  readonly sentence: string;
};

/** Recomputes the whole audit log on the server. */
export async function verifyLog(): Promise<LogVerdict> {
  if (!(await mayRead()))
    return { level: "unknown", word: "Not checked", sentence: "Sign in to check the log." };
  const verdict = await verifyAuditChain(database().db);
  if (!verdict.intact) {
    return { level: "critical", word: "Broken", sentence: `Entry ${verdict.seq}: ${verdict.problem}.` };
  }
  const { seq, hash } = verdict.head;
  const sentence = `${seq} entries, head ${hash.slice(2, 10)}. Compare it with one from an alert or an export.`;
  return { level: "ok", word: "Intact", sentence };
}
