import {
  accountFigures,
  evaluate,
  type Finding,
  type HistorySlice,
  type OpenWork,
  type Policy,
  type RuleContext,
  type Snapshot,
} from "@ballast/core";
import { canonicalDocument, saveSamples, saveTickStep } from "@ballast/db";
import { raiseIncident } from "../incidents/raiseIncident.ts";
import { policyInForce } from "../policy/policyInForce.ts";
import { backfillRates } from "../sweep/backfillRates.ts";
import { storedSeries } from "../sweep/storedSeries.ts";
import { type Ending, ending, next, type StepResult } from "../tick/ending.ts";
import { historySlice } from "../tick/historySlice.ts";
import { openWork } from "../tick/openWork.ts";
import { siblingSnapshots } from "../tick/siblingSnapshots.ts";
import { loadProduct, type TickWork } from "../tick/tickWork.ts";

/** What every rule said, and everything that it looked at. */
export type Evaluated = { readonly context: RuleContext; readonly findings: readonly Finding[] };

/** Step 3, evaluate: snapshot, history, the policy in force and open work, judged by every rule. */
export async function evaluateSnapshot(work: TickWork, snapshot: Snapshot): Promise<StepResult<Evaluated>> {
  const gathered =
    work.tick.step >= 3 ? await loadContext(work, snapshot) : await gatherContext(work, snapshot);
  if (gathered.kind === "ending") return gathered;
  return next({ context: gathered.value, findings: evaluate(gathered.value) });
}

async function loadContext(work: TickWork, snapshot: Snapshot): Promise<StepResult<RuleContext>> {
  const { historyId, policyId, openWorkId } = work.tick;
  if (snapshot.safe === null) return refuseUnread(work, snapshot);
  if (policyId === null) return noPolicy;
  const policy = await loadProduct<Policy>(work, { name: "policy", id: policyId });
  return next({
    snapshot,
    history: await loadProduct<HistorySlice>(work, { name: "history", id: historyId }),
    policy,
    openWork: await loadProduct<OpenWork>(work, { name: "open work", id: openWorkId }),
    siblings: siblingSnapshots(work.siblings, policy),
  });
}

const noPolicy = ending({
  outcome: "refused",
  reason: "no-policy",
  detail: "No policy is in force for this account. Publish one and have its owners approve it.",
});

async function gatherContext(work: TickWork, snapshot: Snapshot): Promise<StepResult<RuleContext>> {
  const { keeper, account, tick, lane } = work;
  if (snapshot.safe === null) return refuseUnread(work, snapshot);
  const policy = await policyInForce(work, snapshot);
  if (policy === null) {
    await saveTickStep(keeper.db, { tick, step: 3, lease: lane });
    return noPolicy;
  }
  const { yieldWindow: window } = policy.objective;
  await backfillRates(keeper, { head: snapshot.block, window, lease: work.sweep });
  await saveAccountSamples(work, { snapshot, policy });
  const history = await historySlice(keeper.db, { snapshot, policy });
  const underWay = await openWork(keeper.db, { account, policy, now: snapshot.block.timestamp });
  const documents = [
    canonicalDocument("history", history),
    canonicalDocument("policy", policy),
    canonicalDocument("open-work", underWay),
  ] as const;
  const [{ id: historyId }, { id: policyId }, { id: openWorkId }] = documents;
  await saveTickStep(keeper.db, {
    tick,
    step: 3,
    products: { historyId, policyId, openWorkId },
    documents,
    lease: lane,
  });
  return next({
    snapshot,
    history,
    policy,
    openWork: underWay,
    siblings: siblingSnapshots(work.siblings, policy),
  });
}

/** Without the Safe's owners nobody can say which policy is in force, so there is nothing to judge by. */
async function refuseUnread(work: TickWork, snapshot: Snapshot): Promise<Ending> {
  const { keeper, tick, lane } = work;
  const lost = snapshot.missing.map(({ subject, code, detail: why }) => `${subject} (${code}: ${why})`);
  const detail = `The Safe was not read, so neither its owners nor the policy in force are known. Missing: ${lost.join("; ")}`;
  await raiseIncident(work, { rule: "missing-data", subject: "account", level: "unknown", summary: detail });
  if (tick.step < 3) await saveTickStep(keeper.db, { tick, step: 3, lease: lane });
  return ending({ outcome: "refused", reason: "data-missing", detail });
}

/** What a sale of the guard's size would get now, how much a pool takes at the ceiling, and what the Safe is: later ticks compare with such samples. */
async function saveAccountSamples(
  { keeper, sweep }: TickWork,
  given: { readonly snapshot: Snapshot; readonly policy: Policy },
): Promise<void> {
  const { snapshot, policy } = given;
  const values = accountFigures(snapshot, policy).map(({ series, value }) => ({
    series: storedSeries(series, { account: snapshot.account, policy }),
    value,
  }));
  await saveSamples(keeper.db, { block: snapshot.block, values, lease: sweep });
}
