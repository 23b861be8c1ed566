import type { Dispute, HeadReading } from "../../snapshot/types.ts";
import { compareText } from "../../units/compareText.ts";
import type { Finding } from "../finding.ts";
import type { Rule, RuleContext } from "../rule.ts";

const ID = "source-silent";

const HEADS: Readonly<Record<HeadReading["state"], Pick<Finding, "code" | "level" | "effect">>> = {
  agrees: { code: "source-agrees", level: "ok", effect: { kind: "none" } },
  lags: { code: "source-lags", level: "warning", effect: { kind: "none" } },
  silent: { code: "source-gone", level: "warning", effect: { kind: "none" } },
  disagrees: { code: "source-disagrees", level: "critical", effect: { kind: "halt" } },
};

function headFinding(head: HeadReading): Finding {
  return {
    rule: ID,
    ...HEADS[head.state],
    subject: { kind: "source", id: head.source },
    measured: head.number === null ? null : { unit: "count", value: head.number },
    limit: null,
    evidence: [{ kind: "header", field: "hash" }],
  };
}

function disputeFinding({ subject }: Dispute): Finding {
  return {
    rule: ID,
    code: "reading-disputed",
    subject: { kind: "source", id: subject },
    level: "critical",
    measured: null,
    limit: null,
    evidence: [{ kind: "header", field: "hash" }],
    effect: { kind: "halt" },
  };
}

function quorumFinding({ snapshot, policy }: RuleContext): Finding {
  const { quorum } = policy.guards.sourceSilent;
  const agreeing = BigInt(snapshot.heads.filter((head) => head.state === "agrees").length);
  const isMet = agreeing >= quorum && agreeing > 0n;
  return {
    rule: ID,
    code: isMet ? "quorum-met" : "below-quorum",
    subject: { kind: "account" },
    level: isMet ? "ok" : "unknown",
    measured: { unit: "count", value: agreeing },
    limit: { unit: "count", value: quorum },
    evidence: [
      { kind: "header", field: "hash" },
      { kind: "policy", path: "guards.sourceSilent.quorum" },
    ],
    effect: isMet ? { kind: "none" } : { kind: "halt" },
  };
}

/**
 * Enough independent sources must see the same block, and none may see another one or deny a critical reading. Guards against deciding on
 * one node that lags, forks or lies. A source that lags or is gone is a warning while a quorum agrees; a source that disagrees halts, and so
 * does a disputed reading, however many agree: nobody can tell from here which of them is right.
 */
export const sourceSilent: Rule = {
  id: ID,
  codes: [
    "quorum-met",
    "below-quorum",
    "source-agrees",
    "source-lags",
    "source-gone",
    "source-disagrees",
    "reading-disputed",
  ],
  evaluate: (context) => {
    const { heads, disputes } = context.snapshot;
    return [
      quorumFinding(context),
      ...heads.toSorted((a, b) => compareText(a.source, b.source)).map(headFinding),
      ...disputes.toSorted((a, b) => compareText(a.subject, b.subject)).map(disputeFinding),
    ];
  },
};
