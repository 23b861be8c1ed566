import { AsOf, type AsOfFacts } from "../../components/AsOf.tsx";
import { Empty } from "../../components/Empty.tsx";
import { LevelBadge } from "../../components/LevelBadge.tsx";
import { Panel } from "../../components/Panel.tsx";
import type { ExitRow } from "./exitsOf.ts";

type ExitsPanelProps = { readonly rows: readonly ExitRow[]; readonly asOf: AsOfFacts };

/** How each position can be left through its own protocol, beside selling it. */
export function ExitsPanel({ rows, asOf }: ExitsPanelProps) {
  return (
    <Panel title="Ways out" sub="Through the protocols, beside the market" end={<AsOf {...asOf} />} order={4}>
      {rows.length === 0 ? (
        <Empty>No protocol here takes back what is held. The market is the only way out.</Empty>
      ) : (
        <table className="ledger" data-records="">
          <thead>
            <tr>
              <th scope="col">Position</th>
              <th scope="col">Way</th>
              <th scope="col">Pays</th>
              <th scope="col" className="r">
                Fee
              </th>
              <th scope="col">Delay</th>
              <th scope="col" className="r">
                Takes at most
              </th>
              <th scope="col">Usable</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Row({ row }: { readonly row: ExitRow }) {
  return (
    <tr>
      <th scope="row">
        <span className="flex items-center gap-[9px]">
          <i className="swatch" data-cat={row.category} />
          <span>
            {row.name}
            <small className="block text-2xs text-ink-3 font-normal">{row.venue}</small>
          </span>
        </span>
      </th>
      <td data-label="Way">{row.way}</td>
      <td data-label="Pays">{row.pays}</td>
      <td className="r" data-label="Fee">
        {row.fee}
      </td>
      <td data-label="Delay">{row.delay}</td>
      <td className="r" data-label="Takes at most">
        {row.capacity}
      </td>
      <td data-label="Usable">
        <Usable row={row} />
      </td>
    </tr>
  );
}

function Usable({ row: { unread, stopped } }: { readonly row: ExitRow }) {
  if (unread === "" && stopped === "") return <LevelBadge level="ok" word="Yes" />;
  return (
    <>
      <LevelBadge
        level={unread === "" ? "warning" : "unknown"}
        word={unread === "" ? "Not now" : "No data"}
      />
      <small className="block text-2xs text-ink-2 mt-0.5">{unread || stopped}</small>
    </>
  );
}
