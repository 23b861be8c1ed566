import type { Hash32 } from "../../chain/types.ts";
import { isLive } from "../../decision/isLive.ts";
import type { OpenWork } from "../../decision/openWork.ts";
import type { Decision } from "../../decision/types.ts";
import { contentId } from "../../encoding/contentId.ts";
import type { Plan } from "../../plan/types.ts";
import type { Policy } from "../../policy/policy.ts";
import { recentMoveOf } from "../../proposal/recentMoveOf.ts";
import type { Seconds, UnixSeconds } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { ascending, max } from "../../units/order.ts";
import { later } from "../../units/times.ts";
import type { SimulatedAccount, SimulatedProposal } from "./account.ts";

/** Delays that signers may take; each is drawn as often as it is listed. */
export type SignerDelays = { readonly delays: readonly Seconds[]; readonly seed: bigint };

/** The delay of one proposal: drawn by the seed and the proposal's own number, so that no other draw changes it. */
export function signerDelay({ delays, seed }: SignerDelays, count: number): Seconds {
  const drawn = BigInt(contentId("signer-delay", { seed, proposal: BigInt(count) }));
  return delays[Number(drawn % BigInt(delays.length))] ?? (0n as Seconds);
}

/** An emergency competes at the account's own nonce; all else queues behind what is open. */
function nonceFor({ nonce, proposals }: SimulatedAccount, { purpose }: Plan): bigint {
  if (purpose === "emergency-exit") return nonce;
  return proposals.filter(isLive).reduce((free, each) => max(free, each.nonce + 1n), nonce);
}

/** Posts a decision's plan; enough owners will have signed after the delay that is drawn for it. */
export function propose(
  account: SimulatedAccount,
  {
    decision,
    decisionId,
    plan,
    signers,
  }: {
    readonly decision: Decision;
    readonly decisionId: Hash32;
    readonly plan: Plan;
    readonly signers: SignerDelays;
  },
): void {
  const nonce = nonceFor(account, plan);
  const proposedAt = decision.block.timestamp;
  const delay = signerDelay(signers, account.proposals.length);
  const proposal: SimulatedProposal = {
    id: contentId("simulated-proposal", { decisionId, nonce }),
    decisionId,
    nonce,
    plan,
    proposedAt,
    signedAt: later(proposedAt, delay),
    state: "posted",
    endedAt: null,
    failure: null,
    paid: null,
  };
  account.proposals = [...account.proposals, proposal];
}

/** What is under way, as the keeper gathers it: everything that may still execute, and the moves within the longest pace of the policy. */
export function openWorkOf(
  { proposals }: SimulatedAccount,
  { policy, now }: { readonly policy: Policy; readonly now: UnixSeconds },
): OpenWork {
  const since = now - max(policy.pace.cooldown, policy.pace.dwell);
  const open = proposals.filter(isLive).map(({ id, nonce, plan, state }) => ({
    safeTxHash: id,
    nonce,
    kind: plan.purpose,
    state,
    deadline: plan.deadline,
    claims: plan.claims.map(({ ticket }) => ticket).sort(compareText),
  }));
  const recent = proposals
    .flatMap(
      ({ id, plan, state, proposedAt, endedAt }) =>
        recentMoveOf(plan, {
          safeTxHash: id,
          state,
          proposedAt,
          executedAt: state === "executed" ? endedAt : null,
        }) ?? [],
    )
    .filter(({ proposedAt, executedAt }) => proposedAt >= since || (executedAt ?? 0n) >= since);
  return {
    schema: "ballast/open-work/1",
    account: policy.account,
    proposals: open.sort((a, b) => ascending(a.nonce, b.nonce) || compareText(a.safeTxHash, b.safeTxHash)),
    recent: recent.sort(
      (a, b) => ascending(a.proposedAt, b.proposedAt) || compareText(a.safeTxHash, b.safeTxHash),
    ),
  };
}
