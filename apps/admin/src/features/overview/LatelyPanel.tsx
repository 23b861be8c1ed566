import Link from "next/link";
import { Empty } from "../../components/Empty.tsx";
import { Panel } from "../../components/Panel.tsx";
import { utc, utcClock } from "../../format/time.ts";
import type { LatelyRow } from "./loadLately.ts";

type LatelyPanelProps = { readonly rows: readonly LatelyRow[]; readonly base: string };

/** What happened last: decisions, and what became of proposals. */
export function LatelyPanel({ rows, base }: LatelyPanelProps) {
  return (
    <Panel
      title="Lately"
      order={8}
      end={
        <Link prefetch={false} className="link text-xs" href={`${base}/activity`}>
          Activity
        </Link>
      }
    >
      {rows.length === 0 ? (
        <Empty>Nothing happened yet.</Empty>
      ) : (
        <ul className="py-1.5">
          {rows.map(({ at, act, sentence }) => (
            <li
              key={`${at}${act}${sentence}`}
              className="grid grid-cols-[3.75rem_5rem_minmax(0,1fr)] gap-x-2 px-4 py-1 text-xs"
            >
              <time className="text-ink-3" title={utc(at)} dateTime={new Date(at * 1000).toISOString()}>
                {utcClock(at)}
              </time>
              <b className="font-medium">{act}</b>
              <span className="text-ink-2">{sentence}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
