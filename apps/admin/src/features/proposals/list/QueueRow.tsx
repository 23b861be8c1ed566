import Link from "next/link";
import { Age } from "../../../components/Age.tsx";
import { Countdown } from "../../../components/Countdown.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Pips } from "../../../components/Pips.tsx";
import type { QueueRowView } from "./queueView.ts";

/** One queued transaction: what, why, k of t, age and deadline, and whose turn it is. */
export function QueueRow({ row }: { readonly row: QueueRowView }) {
  const { turn } = row;
  return (
    <div className="queue-row">
      <div className="min-w-0">
        <Link prefetch={false} href={row.href} className="font-semibold hover:underline">
          {row.title}
        </Link>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 mt-1 text-xs text-ink-2">
          <span className="level" data-level={row.status.tone}>
            <Icon name={row.status.icon} size={13} />
            {row.status.word}
          </span>
          <Pips signed={row.signed} required={row.threshold} yourTurn={turn === "sign"} />
          <span>{row.reason}</span>
          <span className="text-ink-3">
            Posted <Age at={row.postedAt} />
            {row.deadline !== null && (
              <>
                , <Countdown until={row.deadline} over="deadline passed" /> left
              </>
            )}
          </span>
        </div>
      </div>
      <Link
        prefetch={false}
        className="btn"
        data-tone={turn === "none" ? "plain" : "authored"}
        href={row.href}
      >
        {ACTS[turn]}
      </Link>
    </div>
  );
}

const ACTS = { sign: "Review and sign", execute: "Review and execute", none: "Open" } as const;
