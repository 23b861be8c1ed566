import { appendAudit, openIncident, resolveIncident } from "@ballast/db";
import type { Keeper } from "../service/keeper.ts";

const RULE = "no-data";
const SUBJECT = "head";

/** Opens the incident that no head can be judged, or resolves it once one was. It concerns every account of the chain. */
export async function chainIncident(
  keeper: Keeper,
  state: { readonly over: true } | { readonly over: false; readonly fault: Error },
): Promise<void> {
  const { db, deployment, instance: actor } = keeper;
  const key = { chainId: deployment.chainId, account: null, rule: RULE, subject: SUBJECT, actor };
  if (state.over) {
    await resolveIncident(db, { ...key, detail: "A head was judged again." });
    return;
  }
  const summary = `No head could be judged. ${state.fault.message}`;
  const { change } = await openIncident(db, { ...key, level: "unknown", summary });
  if (change === "same") return;
  await appendAudit(db, {
    actor,
    kind: "incident.opened",
    payload: { rule: RULE, subject: SUBJECT, summary },
  });
}
