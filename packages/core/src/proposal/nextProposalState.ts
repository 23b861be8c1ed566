import { CHAIN_FINAL, type ProposalEvent, type SignatureCount, TERMINAL } from "./events.ts";
import { TransitionError } from "./transitionError.ts";
import type { ProposalState } from "./types.ts";

export type Transition =
  | { readonly ok: true; readonly state: ProposalState }
  | { readonly ok: false; readonly error: TransitionError };

type Target = ProposalState | TransitionError["code"];

/**
 * The life of a proposal: draft → posted → partly-signed → ready → executed, reverted, replaced, rejected or deleted; expired
 * work stays live until its nonce is used up. An event that leads to the state that it is in is taken again, so
 * everything can be told twice.
 */
export function nextProposalState(state: ProposalState, event: ProposalEvent): Transition {
  const target = TERMINAL.includes(state) ? afterTheEnd(state, event) : whileLive(state, event);
  if (isRefusal(target)) {
    return { ok: false, error: new TransitionError({ code: target, state, event: event.kind }) };
  }
  return { ok: true, state: target };
}

/** State of a posted, unexpired proposal by its signatures. */
export function stateBySignatures({ have, threshold }: SignatureCount): "posted" | "partly-signed" | "ready" {
  if (have >= threshold) return "ready";
  return have > 0n ? "partly-signed" : "posted";
}

function isRefusal(target: Target): target is TransitionError["code"] {
  return target === "not-allowed" || target === "signed" || target === "bad-count";
}

function isCount({ have, threshold }: SignatureCount): boolean {
  return have >= 0n && threshold >= 1n;
}

function whileLive(state: ProposalState, event: ProposalEvent): Target {
  switch (event.kind) {
    case "posted":
      return state === "draft" ? "posted" : state;
    case "signature-added":
    case "threshold-changed":
      return counted(state, event);
    case "deadline-passed":
      return "expired";
    case "attempt-failed":
      return state === "draft" ? "not-allowed" : state;
    case "deleted":
      return event.have === 0n && state !== "partly-signed" && state !== "ready" ? "deleted" : "signed";
    case "reorged":
      return "not-allowed";
    default:
      return consumed(event);
  }
}

function counted(state: ProposalState, event: ProposalEvent & SignatureCount): Target {
  if (!isCount(event) || (event.kind === "signature-added" && event.have < 1n)) return "bad-count";
  if (state === "draft") return "not-allowed";
  return state === "expired" ? "expired" : stateBySignatures(event);
}

type Consumption = Extract<
  ProposalEvent,
  { readonly kind: "execution-success" | "execution-failure" | "nonce-consumed-by-other" }
>;

function consumed(event: Consumption): ProposalState {
  if (event.kind === "execution-success") return "executed";
  if (event.kind === "execution-failure") return "reverted";
  return event.isRejection ? "rejected" : "replaced";
}

function afterTheEnd(state: ProposalState, event: ProposalEvent): Target {
  if (event.kind === "reorged" && CHAIN_FINAL.includes(state)) {
    if (!isCount(event)) return "bad-count";
    return event.isExpired ? "expired" : stateBySignatures(event);
  }
  if (event.kind === "deleted") return state === "deleted" ? "deleted" : "not-allowed";
  if (!isConsumption(event)) return "not-allowed";
  const end = consumed(event);
  // Whoever kept the transaction may still execute it; that another took its nonce changes nothing.
  if (state === "deleted") return event.kind === "nonce-consumed-by-other" ? "deleted" : end;
  return end === state ? state : "not-allowed";
}

function isConsumption(event: ProposalEvent): event is Consumption {
  return (
    event.kind === "execution-success" ||
    event.kind === "execution-failure" ||
    event.kind === "nonce-consumed-by-other"
  );
}
