import { Countdown } from "../../../components/Countdown.tsx";
import { Icon } from "../../../components/Icon.tsx";
import type { ProposalHeadView } from "./proposalHeadOf.ts";

/** What it is, in one glance. */
export function ProposalHead({ head }: { readonly head: ProposalHeadView }) {
  return (
    <div className="mb-5 grid gap-x-12 gap-y-3 items-end rail:grid-cols-[minmax(0,1fr)_auto]">
      <div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 mb-1.5 text-xs text-ink-2">
          <span className="tag">Nonce {head.nonce}</span>
          <span className="level" data-level={head.status.tone} data-testid="proposal-state">
            <Icon name={head.status.icon} size={13} />
            {head.status.word}
          </span>
          <span>{head.posted}</span>
        </div>
        <h1 className="text-xl tracking-[-0.01em]">{head.title}</h1>
        <p className="text-ink-2 mt-1 max-w-[74ch]">{head.lead}</p>
        {head.executed !== null && (
          <p className="text-xs text-ink-3 mt-1 break-all">
            Executed by transaction <span className="font-mono">{head.executed}</span>
          </p>
        )}
      </div>
      <dl className="flex gap-8 rail:text-right">
        {head.deadline !== null && (
          <div className="whitespace-nowrap">
            <dt className="text-xs text-ink-3">Deadline {head.deadline.text.slice(11)}</dt>
            <dd className="text-xl font-medium">
              {head.deadline.running ? <Countdown until={head.deadline.at} over="Passed" /> : "Over"}
            </dd>
          </div>
        )}
        {head.cost !== null && (
          <div className="whitespace-nowrap">
            <dt className="text-xs text-ink-3">One-time cost</dt>
            <dd className="text-xl font-medium">{head.cost}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
