import { type Bundle, bundleHash, encodeSignedBundle, type Hash32, type SignedBundle } from "@ballast/core";
import { appendAudit, canonicalDocument, insertProposal, saveDocuments, saveTickStep } from "@ballast/db";
import { checkBundle } from "@ballast/verify";
import { raiseIncident } from "../incidents/raiseIncident.ts";
import { resolveOver } from "../incidents/resolveOver.ts";
import { embeddedQueue } from "../queue/embeddedQueue.ts";
import { type Ending, ending } from "../tick/ending.ts";
import { isStillCanonical } from "../tick/isStillCanonical.ts";
import type { TickWork } from "../tick/tickWork.ts";
import { bundleOf } from "./bundleOf.ts";
import type { Simulated } from "./simulatePlan.ts";
import { trustedContracts } from "./trustedContracts.ts";

/**
 * Step 6, propose: binds everything in a signed bundle, lets the verifier check it, stores the draft, makes sure that the
 * block is still canonical, and posts. Repeating it posts nothing twice: the safeTxHash is the key.
 */
export async function proposeBatch(work: TickWork, simulated: Simulated): Promise<Ending> {
  if (work.tick.step >= 6) return proposed(simulated);
  const signed = await signBundle(work, simulated);
  if ("kind" in signed) return signed;
  const { verdict, checks } = checkBundle(encodeSignedBundle(signed), {
    contracts: trustedContracts(work.keeper.deployment),
  });
  if (verdict !== "ok") {
    const failed = checks.filter(({ ok }) => !ok).map(({ title, detail }) => `${title}: ${detail}`);
    return refuse(work, { reason: "verifier", detail: failed.join("; ") });
  }
  if (!(await isStillCanonical(work, simulated.context.snapshot.block))) {
    return ending({
      outcome: "failed",
      reason: "block-gone",
      detail: "The decision's block left the chain before posting.",
    });
  }
  await storeDraft(work, { simulated, signed });
  await post(work, { simulated, signed });
  await resolveOver(work, { rules: REFUSALS, met: [] });
  return proposed(simulated);
}

function proposed({ decision, hashes }: Simulated): Ending {
  const reason = decision.outcome.kind === "propose" ? decision.outcome.because : "";
  return ending({ outcome: "proposed", reason, detail: hashes.safeTxHash });
}

/** Incidents of a batch that was refused; over once one went through all of these checks. */
const REFUSALS = ["firewall", "hash-mismatch", "simulation", "verifier", "wrong-proposer"];

type Refusal = { readonly reason: string; readonly detail: string };

async function refuse(work: TickWork, { reason, detail }: Refusal): Promise<Ending> {
  await raiseIncident(work, { rule: reason, subject: "proposal", level: "critical", summary: detail });
  return ending({ outcome: "refused", reason, detail });
}

async function signBundle(work: TickWork, simulated: Simulated): Promise<SignedBundle | Ending> {
  const { proposer } = work.keeper;
  const named = simulated.context.policy.proposer;
  if (proposer === null || proposer.address !== named) {
    const detail = `The policy names ${named} as proposer; this keeper's key is ${proposer?.address ?? "not set"}. Start it with the key that the policy names, or publish a policy that names this one.`;
    return refuse(work, { reason: "wrong-proposer", detail });
  }
  const bundle: Bundle = bundleOf(work.keeper.deployment, simulated);
  const hash = bundleHash(bundle);
  const seal = {
    account: bundle.account,
    bundleHash: hash,
    decisionId: bundle.decisionId,
    safeTxHash: bundle.hashes.safeTxHash,
    block: bundle.decision.block.number,
  };
  const signature = await proposer.signBundle({ seal, owners: simulated.safe.owners });
  return { bundle, bundleHash: hash, signer: proposer.address, signature };
}

type Posting = { readonly simulated: Simulated; readonly signed: SignedBundle };

async function storeDraft(
  { keeper, account, tick, lane }: TickWork,
  { simulated, signed }: Posting,
): Promise<void> {
  const { plan, batch, hashes, context, decision } = simulated;
  const document = canonicalDocument("bundle", signed.bundle);
  await saveDocuments(keeper.db, [document]);
  const planId: Hash32 = canonicalDocument("plan", plan).id;
  await insertProposal(keeper.db, {
    proposal: {
      ...batch.transaction,
      chainId: account.chainId,
      account: account.address,
      safeTxHash: hashes.safeTxHash,
      kind: plan.purpose,
      state: "draft",
      tickId: tick.id,
      planId,
      decisionId: canonicalDocument("decision", decision).id,
      bundleId: document.id,
      bundleSigner: signed.signer,
      bundleSignature: signed.signature,
      deadline: plan.deadline,
      proposedAt: context.snapshot.block.timestamp,
    },
    cause: "drafted",
    lease: lane,
  });
}

async function post(
  { keeper, account, tick, lane }: TickWork,
  { simulated, signed }: Posting,
): Promise<void> {
  const { hashes, batch, plan } = simulated;
  const { safeTxHash } = hashes;
  const { transaction } = batch;
  const posted = await embeddedQueue(keeper.db, lane).propose({
    account,
    safeTxHash,
    transaction,
    proposer: signed.signer,
  });
  await saveTickStep(keeper.db, { tick, step: 6, products: { bundleId: signed.bundleHash }, lease: lane });
  if (posted === "already-there") return;
  keeper.log.info(
    { account: account.address, safeTxHash, nonce: transaction.nonce.toString() },
    "proposal posted",
  );
  await appendAudit(keeper.db, {
    actor: keeper.instance,
    kind: "proposal.posted",
    payload: {
      account: account.address,
      safeTxHash,
      nonce: transaction.nonce,
      purpose: plan.purpose,
      tick: tick.id,
    },
  });
}
