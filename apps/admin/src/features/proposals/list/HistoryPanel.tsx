import Link from "next/link";
import { Age } from "../../../components/Age.tsx";
import { Empty } from "../../../components/Empty.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Panel } from "../../../components/Panel.tsx";
import type { QueueView } from "./queueView.ts";

/** What became of earlier transactions. */
export function HistoryPanel({ history }: Pick<QueueView, "history">) {
  return (
    <Panel title="Earlier">
      {history.length === 0 ? (
        <Empty>Nothing yet. Executed, rejected and replaced transactions stay listed here.</Empty>
      ) : (
        <table className="ledger" data-records="">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col" className="r">
                Nonce
              </th>
              <th scope="col">Ended</th>
              <th scope="col">Why</th>
              <th scope="col" className="r">
                Posted
              </th>
            </tr>
          </thead>
          <tbody>
            {history.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <Link prefetch={false} href={row.href} className="hover:underline">
                    {row.title}
                  </Link>
                </th>
                <td className="r" data-label="Nonce">
                  {row.nonce}
                </td>
                <td data-label="Ended">
                  <span className="level" data-level={row.status.tone}>
                    <Icon name={row.status.icon} size={13} />
                    {row.status.word}
                  </span>
                </td>
                <td className="text-ink-2" data-label="Why">
                  {row.reason}
                </td>
                <td className="r text-ink-2" data-label="Posted">
                  <Age at={row.postedAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
