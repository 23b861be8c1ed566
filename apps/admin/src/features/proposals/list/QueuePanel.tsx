import { Empty } from "../../../components/Empty.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Panel } from "../../../components/Panel.tsx";
import { QueueRow } from "./QueueRow.tsx";
import type { QueueEntryView, QueueView } from "./queueView.ts";

/** Everything that may still happen, by nonce. */
export function QueuePanel({ view }: { readonly view: QueueView }) {
  const next = view.next === null ? "The Safe's nonce was not read" : `The Safe's next nonce is ${view.next}`;
  return (
    <Panel title="Queue" sub={next}>
      {view.entries.length === 0 ? (
        <Empty>
          Nothing is queued. The keeper proposes when moving is worth its cost or a limit is breached.
        </Empty>
      ) : (
        <div>
          {view.entries.map((entry) => (
            <Entry key={entry.kind === "gap" ? entry.text : entry.nonce} entry={entry} />
          ))}
        </div>
      )}
    </Panel>
  );
}

function Entry({ entry }: { readonly entry: QueueEntryView }) {
  if (entry.kind === "gap") {
    return (
      <div className="queue-gap flex gap-2 items-center">
        <Icon name="unknown" />
        {entry.text}
      </div>
    );
  }
  const conflict = entry.rows.length > 1;
  return (
    <div className="queue-frame" data-conflict={conflict ? "" : undefined}>
      <div className="nonce">
        {entry.nonce}
        <span className="block text-2xs font-normal text-ink-3">{placeOf(entry)}</span>
      </div>
      <div>
        {conflict && (
          <p className="pt-3 pr-4 text-xs text-warning flex gap-1.5 items-center">
            <Icon name="warning" size={14} />
            Only one of these can happen: executing one ends the others.
          </p>
        )}
        {entry.rows.map((row) => (
          <QueueRow key={row.key} row={row} />
        ))}
      </div>
    </div>
  );
}

function placeOf({ isNext, isBehind }: { readonly isNext: boolean; readonly isBehind: boolean }): string {
  if (isBehind) return "used up";
  return isNext ? "next" : "queued";
}
