import { Age } from "../../components/Age.tsx";
import { Empty } from "../../components/Empty.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Panel } from "../../components/Panel.tsx";
import type { SourceRow } from "./sourcesOf.ts";

type SourcesPanelProps = { readonly rows: readonly SourceRow[]; readonly checkedAt: number | null };

const LOOKS = {
  ok: { icon: "ok", className: "text-ok" },
  warning: { icon: "warning", className: "text-warning" },
  critical: { icon: "critical", className: "text-critical" },
  unknown: { icon: "unknown", className: "text-unknown" },
} as const;

/** Every source of data at the pinned block, and whether it answered. */
export function SourcesPanel({ rows, checkedAt }: SourcesPanelProps) {
  const checked =
    checkedAt === null ? undefined : (
      <span className="asof">
        checked <Age at={checkedAt} />
      </span>
    );
  return (
    <Panel title="Sources" end={checked} order={6}>
      {rows.length === 0 ? (
        <Empty>No source was asked yet.</Empty>
      ) : (
        <table className="ledger" data-dense="">
          <thead className="sr-only">
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Said</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, said, level, word }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="r text-ink-2 whitespace-normal!">{said}</td>
                <td className="r w-[1%]">
                  <span className={`inline-flex items-center gap-1 text-xs ${LOOKS[level].className}`}>
                    <Icon name={LOOKS[level].icon} size={14} />
                    {word}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
