import { isLive } from "../../decision/isLive.ts";
import type { OpenProposal } from "../../decision/openWork.ts";
import { ascending } from "../../units/order.ts";
import type { Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";

const ID = "open-proposal";

function codeOf({ kind }: OpenProposal): string {
  if (kind === "claim") return "claim-open";
  return kind === "foreign" ? "foreign-work-open" : "proposal-open";
}

function finding(proposal: OpenProposal): Finding {
  const { nonce } = proposal;
  const code = codeOf(proposal);
  return {
    rule: ID,
    code,
    subject: { kind: "plan", id: `nonce ${nonce}` },
    level: "notice",
    measured: { unit: "count", value: nonce },
    limit: null,
    evidence: [{ kind: "policy", path: "account" }],
    effect: code === "proposal-open" ? { kind: "hold" } : { kind: "none" },
  };
}

/**
 * At most one proposal of the keeper that moves positions is open for an account. Guards against a queue of rebalances that were each computed on a state that
 * the one before will have changed. A claim only brings in what has left a position already, and work of others is not the keeper's: both are told and hold nothing, and the
 * next proposal queues behind them.
 */
export const openProposal: Rule = {
  id: ID,
  codes: ["lane-free", "proposal-open", "claim-open", "foreign-work-open"],
  evaluate: ({ openWork }) => {
    const live = openWork.proposals.filter(isLive);
    if (live.length > 0) return live.toSorted((a, b) => ascending(a.nonce, b.nonce)).map(finding);
    return [
      {
        rule: ID,
        code: "lane-free",
        subject: { kind: "account" },
        level: "ok",
        measured: { unit: "count", value: 0n },
        limit: null,
        evidence: [{ kind: "policy", path: "account" }],
        effect: { kind: "none" },
      },
    ];
  },
};
