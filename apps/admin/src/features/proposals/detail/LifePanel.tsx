import type { ProposalEventRow } from "@ballast/db";
import { Panel } from "../../../components/Panel.tsx";
import { utc, utcClock } from "../../../format/time.ts";
import { statusLook } from "../proposalStatus.ts";

/** What became of it, oldest first. */
export function LifePanel({ events }: { readonly events: readonly ProposalEventRow[] }) {
  return (
    <Panel title="Life" order={8}>
      <ol className="py-1.5">
        {events.map(({ id, at, toState, cause }) => (
          <li key={`${id}`} className="grid grid-cols-[4rem_7rem_minmax(0,1fr)] gap-x-2 px-4 py-1 text-xs">
            <time className="text-ink-3" title={utc(at)}>
              {utcClock(at)}
            </time>
            <b className="font-medium">{statusLook(toState).word}</b>
            <span className="text-ink-2">{causeText(cause, toState)}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** What made it move, where that says more than the state it moved to. */
function causeText(cause: string, state: string): string {
  return cause === state || cause === "drafted" ? "" : cause.replaceAll("-", " ");
}
