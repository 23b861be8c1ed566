import { Countdown } from "../../../components/Countdown.tsx";
import { Pips } from "../../../components/Pips.tsx";
import type { SignedProposal } from "./signPanelProps.ts";

/** On a phone the way to the panel stays in reach. */
export function StickyAct({ proposal, can }: { readonly proposal: SignedProposal; readonly can: boolean }) {
  return (
    <div className="sticky-act">
      <span>
        <Pips signed={proposal.signatures.length} required={proposal.threshold} yourTurn={can} />
        {proposal.deadline !== null && (
          <small className="block text-2xs text-ink-3">
            <Countdown until={proposal.deadline} over="The deadline has passed" />
          </small>
        )}
      </span>
      <a className="btn" data-tone="primary" href="#verify">
        Compare and sign
      </a>
    </div>
  );
}
