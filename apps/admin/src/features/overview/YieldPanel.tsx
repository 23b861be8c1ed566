import { AsOf, type AsOfFacts } from "../../components/AsOf.tsx";
import { Empty } from "../../components/Empty.tsx";
import { Panel } from "../../components/Panel.tsx";
import type { YieldView } from "./yieldOf.ts";

/** What each position grows by, over which window and by which method, and what it adds to the account. */
export function YieldPanel({
  view,
  asOf,
}: {
  readonly view: YieldView | null;
  readonly asOf: AsOfFacts | null;
}) {
  if (view === null || asOf === null) {
    return (
      <Panel title="Yield" order={5}>
        <Empty>A yield needs a policy in force: the window that it is measured over is the policy's.</Empty>
      </Panel>
    );
  }
  return (
    <Panel title="Yield" sub={view.how} end={<AsOf {...asOf} />} order={5} foot={view.note}>
      <table className="ledger" data-dense="">
        <thead>
          <tr>
            <th scope="col">By position</th>
            <th scope="col" className="r">
              Per year
            </th>
            <th scope="col" className="r">
              Share
            </th>
            <th scope="col" className="r">
              Adds
            </th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                <span className="flex items-center gap-2">
                  <i className="swatch" data-cat={row.category} />
                  {row.name}
                </span>
              </th>
              <td className="r">{row.yield ?? <span className="text-unknown">{row.unknown}</span>}</td>
              <td className="r text-ink-2">{row.share}</td>
              <td className="r">{row.adds}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Net yield</th>
            <td className="r">{view.total ?? "No data"}</td>
            <td className="r" />
            <td className="r" />
          </tr>
        </tfoot>
      </table>
    </Panel>
  );
}
