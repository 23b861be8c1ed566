import { Countdown } from "../../components/Countdown.tsx";
import { Icon } from "../../components/Icon.tsx";
import type { PolicyFacts } from "../../queries/policyFacts.ts";

/** Where a version stands. What the keeper judges decides; this only says what is stored. */
export function PolicyBadge({ facts }: { readonly facts: PolicyFacts }) {
  const { standing, problem, count } = facts;
  if (problem !== null) {
    return (
      <span className="level" data-level="critical" title={problem}>
        <Icon name="critical" size={13} />
        Not a sound policy
      </span>
    );
  }
  if (standing === "in-force") {
    return (
      <span className="level" data-level="ok">
        <Icon name="ok" size={13} />
        In force
      </span>
    );
  }
  if (standing === "earlier") {
    return (
      <span className="level" data-level="plain">
        Earlier
      </span>
    );
  }
  if (!count.isEnough) {
    return (
      <span className="level" data-level="authored">
        <Icon name="proposals" size={13} />
        Waits for approvals
      </span>
    );
  }
  return (
    <span className="inline-flex items-center gap-2">
      <span className="level" data-level="authored">
        <Icon name="check" size={13} />
        Approved
      </span>
      <span className="text-xs text-ink-2">
        <Countdown until={Number(count.notBefore ?? 0n)} over="takes effect with the next evaluation" />
      </span>
    </span>
  );
}
