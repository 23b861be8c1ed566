import type { PolicyChange } from "@ballast/core";
import { Empty } from "../../components/Empty.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Panel } from "../../components/Panel.tsx";

type ChangesPanelProps = {
  /** null when there is nothing to compare with. */
  readonly changes: readonly PolicyChange[] | null;
  readonly against: bigint | string;
};

/** What differs from the version that it replaces, in the units that people write. */
export function ChangesPanel({ changes, against }: ChangesPanelProps) {
  if (changes === null) {
    return (
      <Panel title="Changes" order={3}>
        <Empty>There is no earlier version to compare with: this is the first.</Empty>
      </Panel>
    );
  }
  return (
    <Panel
      title={`Changes against policy ${against}`}
      end={<span className="sub">{changes.length}</span>}
      order={3}
    >
      {changes.length === 0 ? (
        <Empty>Nothing differs.</Empty>
      ) : (
        <ul className="rows">
          {changes.map((change) => (
            <Change key={change.path} change={change} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Change({ change: { path, before, after } }: { readonly change: PolicyChange }) {
  return (
    <li className="diff-row">
      <span className="flex gap-2 items-center font-medium flex-wrap">
        {before === null ? (
          <span className="text-ink-3 font-normal">not there</span>
        ) : (
          <s className="text-ink-3 font-normal">{before}</s>
        )}
        <Icon name="right" size={14} />
        {after === null ? <span className="text-ink-3">removed</span> : <span>{after}</span>}
      </span>
      <span className="path">{path}</span>
    </li>
  );
}
