import { AsOf } from "../../components/AsOf.tsx";
import { Empty } from "../../components/Empty.tsx";
import { Panel } from "../../components/Panel.tsx";
import { TicketRow } from "./TicketRow.tsx";
import type { TicketsView, TicketView } from "./ticketsView.ts";

type TicketsPanelProps = { readonly view: TicketsView | null; readonly order?: number };

const TITLE = "Withdrawals under way";

/** What was asked back from protocols and has not arrived, and the last that did. */
export function TicketsPanel({ view, order = 3 }: TicketsPanelProps) {
  if (view === null) {
    return (
      <Panel title={TITLE} order={order}>
        <Empty>The keeper has not read this account yet. Its first evaluation fills this in.</Empty>
      </Panel>
    );
  }
  const { open, ended, value, asOf } = view;
  return (
    <Panel
      title={TITLE}
      sub={open.length === 0 ? undefined : `${open.length}, worth ${value ?? "not known"}`}
      end={<AsOf {...asOf} />}
      order={order}
      foot={ended.length === 0 ? undefined : <Ended tickets={ended} />}
    >
      {open.length === 0 ? (
        <Empty>
          Nothing is under way. A withdrawal that is requested shows here until what it pays has arrived.
        </Empty>
      ) : (
        <TicketTable tickets={open} />
      )}
    </Panel>
  );
}

function TicketTable({ tickets }: { readonly tickets: readonly TicketView[] }) {
  return (
    <table className="ledger" data-records="">
      <thead>
        <tr>
          <th scope="col">Withdrawal</th>
          <th scope="col">State</th>
          <th scope="col" className="r">
            Pays now
          </th>
          <th scope="col">Can be claimed</th>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <TicketRow key={ticket.key} ticket={ticket} />
        ))}
      </tbody>
    </table>
  );
}

function Ended({ tickets }: { readonly tickets: readonly TicketView[] }) {
  return (
    <details className="w-full">
      <summary className="cursor-pointer w-max">{tickets.length} ended lately</summary>
      <ul className="mt-2 flex flex-col gap-1">
        {tickets.map(({ key, name, look, next, payments, when }) => (
          <li key={key}>
            <b className="font-medium text-ink-2">{name}</b> {look.word.toLowerCase()}
            {when.kind === "ended" && ` in block ${when.block}`}:{" "}
            {payments.map(({ pays }) => pays).join(" and ")}. {next}.
          </li>
        ))}
      </ul>
    </details>
  );
}
