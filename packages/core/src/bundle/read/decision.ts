import type {
  Decision,
  DecisionInput,
  DecisionOutcome,
  InputKind,
  RejectedAlternative,
} from "../../decision/types.ts";
import { accountRef, aHash, blockRef } from "./chain.ts";
import { finding } from "./finding.ts";
import { figures, plan } from "./plan.ts";
import { list, oneOf, orNull, record, string, variant, wordOf } from "./reader.ts";

type OutcomeOf<Kind extends DecisionOutcome["kind"]> = Extract<DecisionOutcome, { readonly kind: Kind }>;

const outcome = variant<DecisionOutcome, "kind">("kind", {
  hold: record<OutcomeOf<"hold">>({
    kind: oneOf(["hold"]),
    because: wordOf<OutcomeOf<"hold">["because"]>({
      "within-limits": true,
      "gain-below-cost": true,
      "proposal-open": true,
      "cooling-down": true,
      "observe-mode": true,
      "entries-frozen": true,
    }),
  }),
  refuse: record<OutcomeOf<"refuse">>({
    kind: oneOf(["refuse"]),
    because: wordOf<OutcomeOf<"refuse">["because"]>({
      "data-missing": true,
      "sources-disagree": true,
      "no-policy": true,
      "no-exit": true,
      "breaks-a-limit": true,
      infeasible: true,
    }),
  }),
  propose: record<OutcomeOf<"propose">>({
    kind: oneOf(["propose"]),
    because: wordOf<OutcomeOf<"propose">["because"]>({
      "better-yield": true,
      "limit-breached": true,
      emergency: true,
      "claim-due": true,
    }),
    plan,
  }),
});

const input = record<DecisionInput>({
  kind: wordOf<InputKind>({
    snapshot: true,
    history: true,
    policy: true,
    "open-work": true,
    sibling: true,
    allocation: true,
    engine: true,
  }),
  id: aHash,
});

export const decision = record<Decision>({
  schema: oneOf(["ballast/decision/1"]),
  account: accountRef,
  block: blockRef,
  inputs: list(input),
  findings: list(finding),
  outcome,
  rejected: list(record<RejectedAlternative>({ reason: string, figures: orNull(figures) })),
});
