import type { JudgedChange, PolicyComparison, Verdict } from "@ballast/core";
import { Empty } from "../../components/Empty.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Panel } from "../../components/Panel.tsx";
import { VerdictBadge } from "./VerdictBadge.tsx";

type ChangesPanelProps = {
  /** null when there is nothing to compare with. */
  readonly comparison: PolicyComparison | null;
  readonly against: bigint | string;
};

const ASKED: Readonly<Record<Verdict, string>> = {
  looser:
    "As a whole it loosens: it needs the Safe's threshold, not the author alone, and then waits the loosening delay.",
  tighter:
    "As a whole it tightens: one owner's approval is enough, its author's too, and it takes effect at once.",
  neutral:
    "It changes no limit: one owner's approval is enough, its author's too, and it takes effect at once.",
};

/** What differs from the version that it replaces, in the units that people write, and whether each change is tighter or looser. */
export function ChangesPanel({ comparison, against }: ChangesPanelProps) {
  if (comparison === null) {
    return (
      <Panel title="Changes" order={3}>
        <Empty>There is no earlier version to compare with: this is the first.</Empty>
      </Panel>
    );
  }
  // The version always rises; it is no change of a limit.
  const changes = comparison.changes.filter(({ path }) => path !== "version");
  return (
    <Panel
      title={`Changes against policy ${against}`}
      sub={changes.length === 0 ? undefined : <VerdictBadge verdict={comparison.verdict} />}
      end={<span className="sub">{changes.length}</span>}
      order={3}
    >
      {changes.length === 0 ? (
        <Empty>Nothing differs.</Empty>
      ) : (
        <ul className="rows">
          <li className="text-xs text-ink-2">{ASKED[comparison.verdict]}</li>
          {changes.map((change) => (
            <Change key={change.path} change={change} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Change({ change }: { readonly change: JudgedChange }) {
  const { path, before, after, verdict, because } = change;
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
        <VerdictBadge verdict={verdict} because={because} />
      </span>
      <span className="path">{path}</span>
      {verdict !== "neutral" && <span className="text-xs text-ink-2 col-span-full">{because}</span>}
    </li>
  );
}
