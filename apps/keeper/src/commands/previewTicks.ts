import { pinBlock, readSweep, type SnapshotParts } from "@ballast/adapters";
import { buildSnapshot, type Decision, decide, decisionInputs, evaluate } from "@ballast/core";
import { listAccounts, ticketEventsUpTo } from "@ballast/db";
import { allocate } from "../optimise/allocate.ts";
import { judgeStoredPolicies } from "../policy/judgeStoredPolicies.ts";
import { decisionText } from "../replay/decisionText.ts";
import type { Keeper } from "../service/keeper.ts";
import { pinning } from "../service/pinning.ts";
import { accountRef } from "../sweep/runSweep.ts";
import { historySlice } from "../tick/historySlice.ts";
import { openWork } from "../tick/openWork.ts";
import { siblingSnapshots } from "../tick/siblingSnapshots.ts";
import { siblingsOf } from "../tick/siblingsOf.ts";
import { openTicketsOf } from "../tickets/openTicketsOf.ts";
import type { Outcome } from "./outcome.ts";

/** What every account would decide at the newest head. Reads the chain and the database; changes neither. */
export async function previewTicks(keeper: Keeper): Promise<Outcome> {
  const { deployment, sources, db } = keeper;
  const pinned = await pinBlock(pinning(keeper));
  const accounts = await listAccounts(db, deployment.chainId);
  const openTickets = openTicketsOf(
    await ticketEventsUpTo(db, { chainId: deployment.chainId, upTo: pinned.block.number }),
  );
  const refs = accounts.map(accountRef);
  const sweep = await readSweep({ ...pinned, deployment, sources, accounts: refs, openTickets });
  const { number, hash } = pinned.block;
  const lines = [`Block ${number} ${hash}. Dry run: nothing is stored, built or posted.`];
  const decisions: unknown[] = [];
  for (const [index, { name, address }] of accounts.entries()) {
    const parts = sweep.perAccount[index];
    const siblings = siblingsOf(address, { accounts, parts: sweep.perAccount });
    const decision = parts === undefined ? null : await preview(keeper, { parts, siblings });
    lines.push(`${name}: ${decision === null ? "Refused. No policy is in force." : decisionText(decision)}`);
    decisions.push({ account: address, decision });
  }
  return { exitCode: 0, text: lines.join("\n"), json: { block: { number, hash }, decisions } };
}

async function preview(
  keeper: Keeper,
  { parts, siblings }: { readonly parts: SnapshotParts; readonly siblings: readonly SnapshotParts[] },
): Promise<Decision | null> {
  const snapshot = buildSnapshot(parts);
  const { account } = snapshot;
  const judgement = await judgeStoredPolicies({ keeper, account, snapshot });
  const policy = judgement?.inForce?.policy;
  if (policy === undefined) return null;
  const history = await historySlice(keeper.db, { snapshot, policy });
  const underWay = await openWork(keeper.db, { account, policy, now: snapshot.block.timestamp });
  const context = {
    snapshot,
    history,
    policy,
    openWork: underWay,
    siblings: siblingSnapshots(siblings, policy),
  };
  const findings = evaluate(context);
  const answer = await allocate(keeper.solver, { context, findings });
  return decide({ context, inputs: decisionInputs(context, answer), findings, answer });
}
