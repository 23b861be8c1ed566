import { AsOf } from "../../components/AsOf.tsx";
import { CopyButton } from "../../components/CopyButton.tsx";
import { LevelBadge } from "../../components/LevelBadge.tsx";
import type { PositionRow, PositionsView } from "./positionsOf.ts";

/** What is held, at what rate, and what a sale would get; on a phone each position is a record. */
export function PositionsTable({ view }: { readonly view: PositionsView }) {
  return (
    <table className="ledger" data-records="">
      <thead>
        <tr>
          <th scope="col">Position</th>
          <th scope="col" className="r">
            Amount
          </th>
          <th scope="col" className="r">
            Value, ETH
          </th>
          <th scope="col" className="r">
            Share
          </th>
          <th scope="col" className="r">
            Rate, ETH
          </th>
          <th scope="col" className="r">
            Market, ETH
          </th>
          <th scope="col" className="r">
            Market to rate
          </th>
          <th scope="col">As of</th>
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row) => (
          <Row key={row.position} row={row} />
        ))}
        {view.underWay !== null && <UnderWay underWay={view.underWay} />}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Net value</th>
          <td className="hidden rail:table-cell" />
          <td className="r" data-label="Value, ETH" title={view.total?.exact}>
            {view.total?.text ?? "No data"}
          </td>
          <td className="r" data-label="Share">
            {view.total === null ? "" : "100.00\u00a0%"}
          </td>
          <td colSpan={4} className="hidden rail:table-cell" />
        </tr>
      </tfoot>
    </table>
  );
}

function Row({ row }: { readonly row: PositionRow }) {
  return (
    <tr>
      <th scope="row">
        <span className="flex items-center gap-[9px]">
          <i className="swatch" data-cat={row.category} />
          <span>
            {row.name}
            <small className="block text-2xs text-ink-3 font-normal">{row.venue}</small>
            {row.operator !== null && <Operator row={row} operator={row.operator} />}
          </span>
        </span>
      </th>
      <td className="r" data-label="Amount" title={row.amount.exact}>
        {row.amount.text} <span className="text-ink-3">{row.asset}</span>
      </td>
      <td className="r font-medium" data-label="Value, ETH" title={row.value.exact}>
        {row.value.text}
      </td>
      <td className="r" data-label="Share">
        {row.share ?? <NoData />}
      </td>
      <td className="r" data-label="Rate, ETH">
        {row.rate ?? <NoData />}
      </td>
      <td className="r" data-label="Market, ETH">
        {row.market ?? <span className="text-ink-3">{row.isBase ? "base asset" : "none quoted"}</span>}
      </td>
      <td className={row.below ? "r" : "r text-ink-2"} data-label="Market to rate">
        {row.gap}
      </td>
      <td data-label="As of">
        <AsOf {...row.asOf} />
      </td>
    </tr>
  );
}

function Operator({
  row,
  operator,
}: {
  readonly row: PositionRow;
  readonly operator: NonNullable<PositionRow["operator"]>;
}) {
  return (
    <small className="block text-2xs text-ink-3 font-normal">
      <span className="flex items-center whitespace-nowrap">
        Operator&nbsp;<span className="font-mono">{operator.name}</span>
        <CopyButton value={operator.address} what="operator address" />
      </span>
      {row.slashable}
    </small>
  );
}

function UnderWay({ underWay }: { readonly underWay: NonNullable<PositionsView["underWay"]> }) {
  return (
    <tr>
      <th scope="row">
        <span className="flex items-center gap-[9px]">
          <i className="swatch" data-cat="3" />
          Under way
        </span>
      </th>
      <td className="hidden rail:table-cell" />
      <td className="r font-medium" data-label="Value, ETH" title={underWay.exact}>
        {underWay.text}
      </td>
      <td className="r" data-label="Share">
        {underWay.share ?? <NoData />}
      </td>
      <td colSpan={4} className="hidden rail:table-cell" />
    </tr>
  );
}

function NoData() {
  return <LevelBadge level="unknown" />;
}
