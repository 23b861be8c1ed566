import { AsOf } from "../../../components/AsOf.tsx";
import { Empty } from "../../../components/Empty.tsx";
import { Panel } from "../../../components/Panel.tsx";
import { FindingRow } from "../../findings/FindingRow.tsx";
import type { WhyView } from "./whyOf.ts";

/** The reason in a sentence, every figure that it names, and the findings behind it. */
export function WhyPanel({ why }: { readonly why: WhyView | null }) {
  if (why === null) {
    return (
      <Panel title="Why" order={1}>
        <Empty>No decision of the keeper stands behind this transaction. Ask whoever posted it.</Empty>
      </Panel>
    );
  }
  const { open, passed } = why.findings;
  return (
    <Panel title="Why now" sub={why.sub} end={<AsOf {...why.asOf} />} order={1}>
      <div className="panel-body">
        <dl className="grid grid-cols-2 gap-x-8 gap-y-2 rail:grid-cols-5">
          {why.figures.map(({ label, value }) => (
            <div key={label}>
              <dt className="text-xs text-ink-3">{label}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-ink-2 max-w-[78ch]">{why.sentence}</p>
        {why.bounds !== "" && <p className="mt-1 text-ink-2 max-w-[78ch]">{why.bounds}</p>}
        {why.note !== "" && <p className="mt-1 text-xs text-ink-3 max-w-[78ch]">{why.note}</p>}
        {why.rejected.length > 0 && (
          <p className="mt-1 text-xs text-ink-3">Looked at and set aside: {why.rejected.join(", ")}.</p>
        )}
      </div>
      {open.length > 0 && (
        <ul className="rows border-t border-line">
          {open.map((finding) => (
            <FindingRow key={finding.key} finding={finding} />
          ))}
        </ul>
      )}
      <details className="border-t border-line">
        <summary className="panel-body cursor-pointer link">
          Evidence: {passed.length} {passed.length === 1 ? "check" : "checks"} passed
        </summary>
        <ul className="rows border-t border-line">
          {passed.map((finding) => (
            <FindingRow key={finding.key} finding={finding} />
          ))}
        </ul>
      </details>
    </Panel>
  );
}
