import { AsOf } from "../../../components/AsOf.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Panel } from "../../../components/Panel.tsx";
import type { BalancesView } from "./balancesOf.ts";

const INVARIANTS = ["Owners", "Threshold", "Modules", "Guard", "Handler", "Singleton"] as const;

/** What the Safe holds before and after, as simulated, and what must not have changed. */
export function Balances({ view }: { readonly view: BalancesView }) {
  return (
    <Panel
      title="Balances before and after"
      sub={<span className="hidden rail:inline">Simulated on the exact transaction</span>}
      end={<AsOf {...view.asOf} />}
      order={3}
      foot={<Invariants view={view} />}
    >
      {view.unexpected.map((line) => (
        <p key={line} className="verdict" data-level="critical">
          <Icon name="critical" />
          {line}
        </p>
      ))}
      <BalanceTable view={view} />
    </Panel>
  );
}

function BalanceTable({ view }: { readonly view: BalancesView }) {
  return (
    <table className="ledger">
      <thead>
        <tr>
          <th scope="col">Asset</th>
          <th scope="col" className="r hidden rail:table-cell">
            Before
          </th>
          <th scope="col" className="r">
            Change
          </th>
          <th scope="col" className="r">
            After
          </th>
          <th scope="col" className="r hidden rail:table-cell">
            Share before
          </th>
          <th scope="col" className="r">
            Share after
          </th>
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row) => (
          <tr key={row.asset}>
            <th scope="row">{row.asset}</th>
            <td className="r text-ink-2 hidden rail:table-cell">{row.before}</td>
            <td className="r font-medium">{row.change}</td>
            <td className="r">{row.after}</td>
            <td className="r text-ink-2 hidden rail:table-cell">{row.shareBefore}</td>
            <td className="r">{row.shareAfter}</td>
          </tr>
        ))}
      </tbody>
      {view.planned.length > 0 && <PlannedRows rows={view.planned} />}
      {view.total !== null && (
        <tfoot>
          <tr>
            <th scope="row">{view.planned.length === 0 ? "Net value, ETH" : "Tokens in the Safe, ETH"}</th>
            <td className="r hidden rail:table-cell">{view.total.before}</td>
            <td className="r">{view.total.change}</td>
            <td className="r">{view.total.after}</td>
            <td className="hidden rail:table-cell" />
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** What no balance shows: stake that is queued, and the value under way. */
function PlannedRows({ rows }: { readonly rows: BalancesView["planned"] }) {
  return (
    <tbody>
      {rows.map(({ name, unit, before, change, after, exact }) => (
        <tr key={name}>
          <th scope="row">
            {name}
            <small className="block text-2xs text-ink-3 font-normal">
              {unit}, by the plan, not simulated
            </small>
          </th>
          <td className="r text-ink-2 hidden rail:table-cell">{before}</td>
          <td className="r font-medium">{change}</td>
          <td className="r" title={exact}>
            {after}
          </td>
          <td className="hidden rail:table-cell" />
          <td />
        </tr>
      ))}
    </tbody>
  );
}

function Invariants({ view }: { readonly view: BalancesView }) {
  return (
    <div className="w-full">
      <div className="invariants">
        {view.configurationUnchanged ? (
          INVARIANTS.map((name) => <Kept key={name} text={`${name} unchanged`} />)
        ) : (
          <span className="flex gap-1.5 items-center text-critical col-span-3">
            <Icon name="critical" size={14} />
            Owners, threshold, modules, guard, handler or singleton would change
          </span>
        )}
        {view.allowancesSpent && <Kept text="No allowance left over" />}
      </div>
      <p className="mt-1">{view.how}</p>
    </div>
  );
}

function Kept({ text }: { readonly text: string }) {
  return (
    <span className="flex gap-1.5 items-center text-ok">
      <Icon name="check" size={14} />
      {text}
    </span>
  );
}
