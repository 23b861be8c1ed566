import { AsOf, type AsOfFacts } from "../../components/AsOf.tsx";
import { Empty } from "../../components/Empty.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Panel } from "../../components/Panel.tsx";
import { FindingRow } from "./FindingRow.tsx";
import type { FindingsView } from "./findingsView.ts";

type FindingsPanelProps = {
  readonly view: FindingsView | null;
  /** The decision in a sentence. */
  readonly lead: string;
  readonly asOf: AsOfFacts | null;
};

/** What the rules say, worst first; what passes is a count that opens. */
export function FindingsPanel({ view, lead, asOf }: FindingsPanelProps) {
  if (view === null || asOf === null) {
    return (
      <Panel title="Findings" order={4}>
        <Empty>Nothing was judged yet. The first evaluation fills this in.</Empty>
      </Panel>
    );
  }
  return (
    <Panel title="Findings" sub="Worst first" order={4} foot={<FindingsFoot view={view} asOf={asOf} />}>
      <p className="panel-body border-b border-line">{lead}</p>
      {view.open.length === 0 ? (
        <Empty>Nothing to report. Every check passes.</Empty>
      ) : (
        <ul className="rows">
          {view.open.map((finding) => (
            <FindingRow key={finding.key} finding={finding} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function FindingsFoot({ view, asOf }: { readonly view: FindingsView; readonly asOf: AsOfFacts }) {
  return (
    <>
      <details className="min-w-0">
        <summary className="flex items-center gap-1.5 text-ok cursor-pointer">
          <Icon name="ok" size={14} />
          {view.passed.length} {view.passed.length === 1 ? "check passes" : "checks pass"}
        </summary>
        <ul className="mt-2 flex flex-col gap-1">
          {view.passed.map(({ key, title, sentence }) => (
            <li key={key}>
              <b className="font-medium text-ink-2">{title}</b> {sentence}
            </li>
          ))}
        </ul>
      </details>
      <span className="ml-auto">
        <AsOf {...asOf} />
      </span>
    </>
  );
}
