import {
  type BlockRef,
  compareText,
  encodeCanonical,
  type Plan,
  type Simulation,
  type Unexpected,
} from "@ballast/core";
import { readCanonical } from "../../../chain/readCanonical.ts";
import type { ChainSource } from "../../../chain/rpc.ts";
import type { Deployment } from "../../../deployment/types.ts";
import { BlockGoneError, StateOverrideUnsupportedError } from "../errors.ts";
import { explainFailure } from "./explainFailure.ts";
import { type PlanParties, planParties } from "./planParties.ts";
import { runEthCall } from "./runEthCall.ts";
import { runSimulateV1 } from "./runSimulateV1.ts";
import { type SimulationPlan, type SimulationSubject, simulationPlan } from "./simulationPlan.ts";
import { type AccountView, type ReadSubject, simulationReads, viewOf } from "./simulationReads.ts";
import type { RunRequest, SimulationRun } from "./simulationRun.ts";
import { unexpectedEvents } from "./unexpectedEvents.ts";

export type SimulationRequest = SimulationSubject & {
  readonly source: ChainSource;
  readonly deployment: Deployment;
  /** The block of the decision; everything is run and read on top of exactly this one. */
  readonly block: BlockRef;
  /** Whose pools, routers and venues the account may pay; null for a rejection, which may pay nobody. */
  readonly plan: Plan | null;
};

/** The better method first; the other one when the node refuses it. */
async function runAnyhow(request: RunRequest): Promise<SimulationRun> {
  const { source, block } = request;
  const traced = await runSimulateV1(request);
  if (traced.ok) return traced.run;
  const called = await runEthCall(request);
  if (called.ok) return called.run;
  if ((await readCanonical(source, block)) === "gone") throw new BlockGoneError(block.hash);
  throw new StateOverrideUnsupportedError(source.id, `${traced.refused.message} ${called.refused.message}`);
}

const NOBODY: PlanParties = { spenders: [], payees: [], burned: [] };

const partiesOf = ({ plan, deployment }: SimulationRequest): PlanParties =>
  plan === null ? NOBODY : planParties(plan, deployment);

type Views = { readonly before: AccountView; readonly after: AccountView };

/** Everything that says who controls the Safe; the nonce alone may move. */
function configurationUnchanged({ before, after }: Views): boolean {
  const facts = ({ safe: { safe, moduleGuard } }: AccountView) =>
    encodeCanonical({ ...safe, nonce: null, moduleGuard });
  return facts(before) === facts(after);
}

function changesOf({ before, after }: Views): Simulation["changes"] {
  return before.balances
    .map(({ asset, amount }, place) => ({
      asset,
      before: amount,
      after: after.balances[place]?.amount ?? 0n,
    }))
    .sort((a, b) => compareText(a.asset, b.asset));
}

function allowancesOf({ after }: Views): Simulation["allowances"] {
  return after.allowances
    .map(({ asset, spender, amount }) => ({ asset, spender, after: amount }))
    .sort((a, b) => compareText(a.asset, b.asset) || compareText(a.spender, b.spender));
}

/** A node that says something else about the Safe than the snapshot does cannot be believed about the outcome. */
function disagreements(view: AccountView, { safe, transaction }: SimulationRequest): readonly Unexpected[] {
  // Canonical, because a snapshot that was stored comes back with its keys in another order.
  const expected = encodeCanonical({ ...safe, nonce: transaction.nonce });
  const found = encodeCanonical(view.safe.safe);
  if (found === expected) return [];
  return [{ code: "safe-differs", detail: `the node says ${found}, the snapshot ${expected}` }];
}

function unexpectedIn(
  run: SimulationRun,
  { request, views }: { readonly request: SimulationRequest; readonly views: Views },
): readonly Unexpected[] {
  const { account, transaction } = request;
  const used = views.after.safe.safe.nonce;
  const expectedNonce = run.execution.success ? transaction.nonce + 1n : transaction.nonce;
  const nonce = {
    code: "nonce",
    detail: `the Safe's nonce is ${used} afterwards instead of ${expectedNonce}`,
  };
  return [
    ...disagreements(views.before, request),
    ...(used === expectedNonce ? [] : [nonce]),
    ...unexpectedEvents(run.logs ?? [], { account: account.address, ...partiesOf(request) }),
  ];
}

/** Why the execution failed; a predecessor that fails keeps the nonce where it is, so it is named first. */
async function revertIn(run: SimulationRun, request: RunRequest): Promise<string> {
  if (run.execution.success) return "";
  const stuck = run.predecessors.findIndex(({ success }) => !success);
  const predecessor = request.plan.predecessors[stuck];
  const failed = run.predecessors[stuck] ?? run.execution;
  const text = await explainFailure(failed, { request, execution: predecessor ?? request.plan.execution });
  return predecessor === undefined
    ? text
    : `the transaction before it, at nonce ${predecessor.transaction.nonce}: ${text}`;
}

function subjectOf(request: SimulationRequest, plan: SimulationPlan): ReadSubject {
  const { account, deployment } = request;
  return {
    account: account.address,
    deployment,
    spenders: partiesOf(request).spenders,
    approvedBy: plan.approvedBy,
    safeTxHash: plan.execution.safeTxHash,
  };
}

/**
 * Runs the exact Safe transaction at the pinned block with the approvals of real owners set in state, so that the
 * Safe's threshold and its guard run, and tells what it did to balances, allowances and the Safe itself. Facts
 * only: whether they are what the plan promised is for `checkOutcome` to judge.
 * A guard that reads other state than the Safe's may judge differently in the end.
 * @throws NonceConsumedError, BatchRefusedError, StateOverrideUnsupportedError, SimulationIncompleteError,
 * BlockGoneError, SourceFault. None of them is a pass.
 */
export async function simulate(request: SimulationRequest): Promise<Simulation> {
  const { source, block, account, deployment } = request;
  const plan = simulationPlan(request);
  const subject = subjectOf(request, plan);
  const reads = simulationReads(subject);
  const runRequest = {
    source,
    block,
    account: account.address,
    multicall: deployment.multicall,
    plan,
    reads,
  };
  const run = await runAnyhow(runRequest);
  const views = {
    before: viewOf(run.before, { subject, source: source.id }),
    after: viewOf(run.after, { subject, source: source.id }),
  };
  if (!views.before.approved) {
    throw new StateOverrideUnsupportedError(source.id, `${run.method} ran, but on unchanged state`);
  }
  return {
    schema: "ballast/simulation/1",
    block,
    safeTxHash: plan.execution.safeTxHash,
    method: run.method,
    approvedBy: plan.approvedBy,
    conditional: plan.conditional,
    success: run.execution.success,
    revert: await revertIn(run, runRequest),
    gasUsed: run.gasUsed,
    changes: changesOf(views),
    allowances: allowancesOf(views),
    configurationUnchanged: configurationUnchanged(views),
    unexpected: unexpectedIn(run, { request, views }),
  };
}
