import { isLive } from "../../decision/isLive.ts";
import type { OpenProposal } from "../../decision/openWork.ts";
import { ascending } from "../../units/order.ts";
import type { Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";

const ID = "open-proposal";

function finding({ kind, nonce }: OpenProposal): Finding {
  const isOurs = kind !== "foreign";
  return {
    rule: ID,
    code: isOurs ? "proposal-open" : "foreign-work-open",
    subject: { kind: "plan", id: `nonce ${nonce}` },
    level: "notice",
    measured: { unit: "count", value: nonce },
    limit: null,
    evidence: [{ kind: "policy", path: "account" }],
    effect: isOurs ? { kind: "hold" } : { kind: "none" },
  };
}

/**
 * At most one proposal of the keeper is open for an account. Guards against a queue of rebalances that were each computed on a state that
 * the one before will have changed. Work of others is told and does not hold: the next proposal queues behind it.
 */
export const openProposal: Rule = {
  id: ID,
  codes: ["lane-free", "proposal-open", "foreign-work-open"],
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
