import {
  type Batch,
  buildBatch,
  compareHashes,
  createPinnedReader,
  describeViolation,
  encodeActions,
  inspectBatch,
  onChainTransactionHash,
  safeTransactionHashes,
  simulate,
} from "@ballast/adapters";
import {
  checkOutcome,
  type SafeState,
  type SafeTransaction,
  type SafeTransactionHashes,
  type Simulation,
} from "@ballast/core";
import { canonicalDocument, openProposals, type ProposalRow, reserveNonce, saveTickStep } from "@ballast/db";
import { safeTransactionHashes as verifiersHashes } from "@ballast/verify";
import { raiseIncident } from "../incidents/raiseIncident.ts";
import { transactionOf } from "../queue/queuedTransaction.ts";
import { ending, next, type StepResult } from "../tick/ending.ts";
import { loadProduct, type TickWork } from "../tick/tickWork.ts";
import type { Planned } from "./decideTick.ts";
import { readCodeHash } from "./readCodeHash.ts";

/** A plan as one exact Safe transaction, with what it did at the decision's block. */
export type Simulated = Planned & {
  readonly safe: SafeState;
  readonly batch: Batch;
  readonly hashes: SafeTransactionHashes;
  readonly simulation: Simulation;
};

type Building = Planned & { readonly safe: SafeState };
type Built = Building & { readonly batch: Batch; readonly hashes: SafeTransactionHashes };

/**
 * Step 5, simulate: builds the batch at its reserved nonce, has separate code read its bytes, lets three parties hash it,
 * and runs it at the pinned block. Anything unexpected ends the tick, is an incident, and keeps its trace.
 */
export async function simulatePlan(work: TickWork, planned: Planned): Promise<StepResult<Simulated>> {
  const { safe } = planned.context.snapshot;
  if (safe === null)
    return ending({ outcome: "refused", reason: "data-missing", detail: "The Safe was not read." });
  const built = await buildChecked(work, { ...planned, safe });
  if (built.kind === "ending") return built;
  const simulation = await simulated(work, built.value);
  if (simulation.unexpected.length === 0) return next({ ...built.value, simulation });
  const detail = simulation.unexpected.map(({ code, detail: text }) => `${code}: ${text}`).join("; ");
  return refuse(work, { reason: "simulation", detail });
}

/** The batch, its bytes inspected and its hash agreed by viem, the verifier and the Safe itself. */
async function buildChecked(work: TickWork, building: Building): Promise<StepResult<Built>> {
  const batch = await build(work, building);
  const violations = inspectBatch({
    account: work.account,
    transaction: batch.transaction,
    plan: building.plan,
    deployment: work.keeper.deployment,
    snapshot: building.context.snapshot,
    policy: building.context.policy,
    multiSendCallOnlyCodeHash: await multiSendCodeHash(work, building),
  });
  if (violations.length > 0) {
    return refuse(work, { reason: "firewall", detail: violations.map(describeViolation).join("; ") });
  }
  const hashes = safeTransactionHashes(batch.transaction, work.account);
  const agreed = await agreedHash(work, { ...building, batch, hashes });
  return agreed ?? next({ ...building, batch, hashes });
}

async function build(work: TickWork, { plan, context, safe }: Building): Promise<Batch> {
  const { keeper, account, tick, lane } = work;
  const { deployment, sources, db } = keeper;
  const open = await openProposals(db, account);
  const competes = plan.purpose === "emergency-exit";
  const wanted = competes ? safe.nonce : nextFreeNonce(safe.nonce, open);
  const { nonce } = await reserveNonce(db, {
    account,
    tickId: tick.id,
    nonce: wanted,
    competes,
    lease: lane,
  });
  return buildBatch({
    calls: encodeActions(plan, deployment),
    deadline: plan.deadline,
    account,
    nonce,
    deployment,
    safeVersion: context.snapshot.safe?.version ?? safe.version,
    source: sources[0],
  });
}

/** Behind everything that is queued; an emergency competes at the Safe's own nonce instead. */
function nextFreeNonce(onChain: bigint, open: readonly ProposalRow[]): bigint {
  return open.reduce((free, { nonce }) => (nonce >= free ? nonce + 1n : free), onChain);
}

async function multiSendCodeHash({ keeper }: TickWork, { context }: Building) {
  const { address } = keeper.deployment.safe.contracts.multiSendCallOnly;
  return readCodeHash(keeper.sources[0], { address, block: context.snapshot.block });
}

/** null when all agree; a disagreement stops everything. The Safe is asked through the last source, not the building one. */
async function agreedHash(
  work: TickWork,
  { batch, hashes, context }: Built,
): Promise<StepResult<Built> | null> {
  const { keeper, account } = work;
  const { transaction } = batch;
  const source = keeper.sources.at(-1) ?? keeper.sources[0];
  const reader = createPinnedReader({
    source,
    block: context.snapshot.block,
    multicall: keeper.deployment.multicall,
  });
  const onChain = await onChainTransactionHash(reader, { account, transaction });
  if (!onChain.ok)
    return ending({ outcome: "refused", reason: "data-missing", detail: onChain.missing.detail });
  try {
    compareHashes([
      { by: "viem", hash: hashes.safeTxHash },
      { by: "verify", hash: verifiersHashes({ account, transaction }).safeTxHash },
      { by: "chain", hash: onChain.hash },
    ]);
    return null;
  } catch (error) {
    return refuse(work, { reason: "hash-mismatch", detail: (error as Error).message });
  }
}

async function simulated(work: TickWork, built: Built): Promise<Simulation> {
  const { keeper, account, tick, lane } = work;
  if (tick.step >= 5) return loadProduct<Simulation>(work, { name: "simulation", id: tick.simulationId });
  const { plan, safe, batch, hashes, context } = built;
  const run = await simulate({
    source: keeper.sources[0],
    deployment: keeper.deployment,
    block: context.snapshot.block,
    plan,
    account,
    safe,
    transaction: batch.transaction,
    predecessors: await predecessors(work, batch.transaction),
  });
  const simulation: Simulation = {
    ...run,
    unexpected: [...run.unexpected, ...checkOutcome({ plan, simulation: run })],
  };
  const document = canonicalDocument("simulation", simulation);
  await saveTickStep(keeper.db, {
    tick,
    step: 5,
    products: { simulationId: document.id, safeTxHash: hashes.safeTxHash },
    documents: [document],
    lease: lane,
  });
  return simulation;
}

async function predecessors(
  { keeper, account }: TickWork,
  { nonce }: SafeTransaction,
): Promise<readonly SafeTransaction[]> {
  const open = await openProposals(keeper.db, account);
  return open.filter((row) => row.nonce < nonce && row.kind !== "rejection").map(transactionOf);
}

async function refuse(work: TickWork, facts: { readonly reason: string; readonly detail: string }) {
  const { reason, detail } = facts;
  await raiseIncident(work, { rule: reason, subject: "proposal", level: "critical", summary: detail });
  return ending({ outcome: "refused", reason, detail });
}
