import { CopyButton } from "../../../components/CopyButton.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Panel } from "../../../components/Panel.tsx";
import type { TransactionView } from "./transactionOf.ts";

/** The fields that are hashed, and how to check them without this page. */
export function TransactionPanel({ view }: { readonly view: TransactionView }) {
  return (
    <Panel
      title="Transaction"
      end={view.safeVersion !== null && <span className="sub">Safe {view.safeVersion}</span>}
      order={7}
      foot={<Elsewhere view={view} />}
    >
      <dl className="kv">
        {view.facts.map(({ name, value, note }) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>
              <Fact value={value} /> {note !== "" && <span className="text-ink-3">{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Fact({ value }: { readonly value: string }) {
  if (!/^0x[0-9a-fA-F]{40}$/.test(value)) return <span>{value}</span>;
  return (
    <span className="inline-flex items-center gap-1">
      <span className="addr" title={value}>
        {value.slice(0, 6)}…{value.slice(-4)}
      </span>
      <CopyButton value={value} what="address" />
    </span>
  );
}

function Elsewhere({ view }: { readonly view: TransactionView }) {
  return (
    <div className="grid gap-2 w-full min-w-0 grid-cols-[minmax(0,1fr)]">
      <span>Check it elsewhere</span>
      {view.verifyCommand !== null && <Command text={view.verifyCommand} />}
      <Command text={view.castCommand} />
      {view.bundleHref !== null && (
        <a className="btn justify-self-start" data-size="small" href={view.bundleHref} download>
          <Icon name="download" size={14} />
          Download the bundle
        </a>
      )}
    </div>
  );
}

function Command({ text }: { readonly text: string }) {
  return (
    <div className="cmd">
      <code>{text}</code>
      <CopyButton value={text} what="command" />
    </div>
  );
}
