import { pinBlock, readSweep, type SnapshotParts } from "@ballast/adapters";
import {
  allocate,
  buildSnapshot,
  type Decision,
  decide,
  decisionInputs,
  decisionSentence,
  evaluate,
  planSentence,
} from "@ballast/core";
import { listAccounts } from "@ballast/db";
import { judgeStoredPolicies } from "../policy/judgeStoredPolicies.ts";
import type { Keeper } from "../service/keeper.ts";
import { pinning } from "../service/pinning.ts";
import { accountRef } from "../sweep/runSweep.ts";
import { historySlice } from "../tick/historySlice.ts";
import { openWork } from "../tick/openWork.ts";
import type { Outcome } from "./outcome.ts";

/** What every account would decide at the newest head. Reads the chain and the database; changes neither. */
export async function previewTicks(keeper: Keeper): Promise<Outcome> {
  const { deployment, sources, db } = keeper;
  const pinned = await pinBlock(pinning(keeper));
  const accounts = await listAccounts(db, deployment.chainId);
  const sweep = await readSweep({ ...pinned, deployment, sources, accounts: accounts.map(accountRef) });
  const { number, hash } = pinned.block;
  const lines = [`Block ${number} ${hash}. Dry run: nothing is stored, built or posted.`];
  const decisions: unknown[] = [];
  for (const [index, { name, address }] of accounts.entries()) {
    const parts = sweep.perAccount[index];
    const decision = parts === undefined ? null : await preview(keeper, parts);
    lines.push(`${name}: ${decision === null ? "Refused. No policy is in force." : told(decision)}`);
    decisions.push({ account: address, decision });
  }
  return { exitCode: 0, text: lines.join("\n"), json: { block: { number, hash }, decisions } };
}

async function preview(keeper: Keeper, parts: SnapshotParts): Promise<Decision | null> {
  const snapshot = buildSnapshot(parts);
  const { account } = snapshot;
  const judgement = await judgeStoredPolicies({ keeper, account, snapshot });
  const policy = judgement?.inForce?.policy;
  if (policy === undefined) return null;
  const history = await historySlice(keeper.db, { snapshot, policy });
  const underWay = await openWork(keeper.db, { account, policy, now: snapshot.block.timestamp });
  const context = { snapshot, history, policy, openWork: underWay, siblings: [] };
  const findings = evaluate(context);
  const answer = allocate(context, findings);
  return decide({ context, inputs: decisionInputs(context, answer), findings, answer });
}

function told(decision: Decision): string {
  const { outcome } = decision;
  const sentence = decisionSentence(decision);
  return outcome.kind === "propose" ? `${sentence} ${planSentence(outcome.plan)}` : sentence;
}
