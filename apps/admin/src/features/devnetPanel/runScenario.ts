"use server";
import { insertRequest, listRequests } from "@ballast/db";
import { session } from "../../auth/session.ts";
import { chainFacts } from "../../queries/chainFacts.ts";
import { database } from "../../queries/database.ts";
import { SCENARIO_NAMES } from "./scenarios.ts";

export type ScenarioAnswer = { readonly ok: true } | { readonly ok: false; readonly because: string };

/** Asks the devnet to play a scenario. Anybody may, on the devnet only; one at a time. */
export async function runScenario(name: string): Promise<ScenarioAnswer> {
  const chain = await chainFacts();
  if (chain?.devnet == null) return { ok: false, because: "Scenarios exist on the built-in devnet only." };
  if (!SCENARIO_NAMES.some((known) => known === name)) {
    return {
      ok: false,
      because: `There is no scenario ${name}. There are ${SCENARIO_NAMES.join(", ")}.`,
    };
  }
  const { db } = database();
  const [last] = await listRequests(db, { kinds: ["devnet-scenario"], limit: 1 });
  if (last?.state === "queued" || last?.state === "running") {
    return { ok: false, because: `${String(last.payload.name)} is still under way. Wait until it is done.` };
  }
  const requestedBy = (await session())?.address ?? "visitor";
  await insertRequest(db, { kind: "devnet-scenario", payload: { name, params: {} }, requestedBy });
  return { ok: true };
}
