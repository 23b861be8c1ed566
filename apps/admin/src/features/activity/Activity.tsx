import Link from "next/link";
import { Age } from "../../components/Age.tsx";
import { Empty } from "../../components/Empty.tsx";
import { Panel } from "../../components/Panel.tsx";
import type { ActivityRow, ActivityView } from "./loadActivity.ts";
import { VerifyLog } from "./VerifyLog.tsx";

/** The audit log: append-only, each entry chained to the one before by its hash. */
export function Activity({ view, base }: { readonly view: ActivityView; readonly base: string }) {
  return (
    <Panel
      title="Activity"
      sub="Append-only, hash-chained"
      end={<VerifyLog />}
      foot={
        view.older === null ? (
          <span>This is the beginning of the log.</span>
        ) : (
          <Link prefetch={false} className="link" href={`${base}?before=${view.older}`}>
            Older entries
          </Link>
        )
      }
    >
      {view.rows.length === 0 ? (
        <Empty>
          Nothing was recorded yet. Every decision, signature and change of policy is added here, and none can
          be removed.
        </Empty>
      ) : (
        <table className="ledger" data-records="">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Who</th>
              <th scope="col">When</th>
              <th scope="col" className="r">
                Entry
              </th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <Entry key={row.seq} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Entry({ row }: { readonly row: ActivityRow }) {
  return (
    <tr>
      <th scope="row">
        <span className="first-letter:uppercase block">{row.what}</span>
        <span className="block text-2xs text-ink-3 font-normal break-all max-w-[60ch]">
          {row.facts.map(({ name, value }) => `${name} ${value}`).join(" · ")}
        </span>
      </th>
      <td data-label="Who">
        {row.actor}
        <small className="block text-2xs text-ink-3">as {row.role}</small>
      </td>
      <td data-label="When">
        <span className="whitespace-nowrap">{row.time}</span>
        <small className="block text-2xs text-ink-3">
          <Age at={row.at} />
        </small>
      </td>
      <td className="r" data-label="Entry" title={row.hash}>
        {row.seq}
        <small className="block text-2xs text-ink-3 font-mono">{row.hash.slice(2, 10)}</small>
      </td>
    </tr>
  );
}
