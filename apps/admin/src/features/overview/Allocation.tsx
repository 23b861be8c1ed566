import { BandBar } from "../../components/BandBar.tsx";
import { Empty } from "../../components/Empty.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Panel } from "../../components/Panel.tsx";
import { TargetMark } from "../../components/TargetMark.tsx";
import type { AllocationRow, AllocationView } from "./allocationView.ts";

/** What is held against what the policy says, all rows on one scale. */
export function Allocation({ view }: { readonly view: AllocationView }) {
  return (
    <Panel title="Allocation against policy" sub={view.policy} end={<Legend />} order={3}>
      {view.rows.length === 0 ? (
        <Empty>
          Nothing is held and no policy lists a position. Publish a policy to say where value may go.
        </Empty>
      ) : (
        <table className="alloc-table">
          <Head scale={view.scale} />
          <tbody>
            {view.rows.map((row) => (
              <Row key={row.position} row={row} scale={view.scale} />
            ))}
          </tbody>
          <Total view={view} />
        </table>
      )}
    </Panel>
  );
}

function Legend() {
  return (
    <span className="hidden rail:flex items-center gap-4 text-2xs text-ink-2" aria-hidden="true">
      <span className="flex items-center gap-1.5">
        <i className="w-4 h-2 bg-ink-2" />
        Now
      </span>
      <span className="flex items-center gap-1.5">
        <i className="w-3 h-3 bg-authored-soft border-x-[1.5px] border-authored-mark" />
        Band
      </span>
      <span className="flex items-center gap-1.5 text-authored">
        <TargetMark />
        <span className="text-ink-2">Target</span>
      </span>
    </span>
  );
}

function Head({ scale }: { readonly scale: number }) {
  const step = scale <= 6000 ? 10 : 20;
  const marks = Array.from({ length: scale / (step * 100) + 1 }, (_, at) => at * step);
  return (
    <thead>
      <tr className="alloc" data-part="head">
        <th scope="col">Position</th>
        <th scope="col" className="r">
          Value, ETH
        </th>
        <th scope="col" className="r">
          Share
        </th>
        <th scope="col" aria-label="Share in per cent" className="flex justify-between">
          {marks.map((mark) => (
            <span key={mark}>{mark * 100 === scale ? `${mark}\u00a0%` : mark}</span>
          ))}
        </th>
        <th scope="col" className="r">
          Target
        </th>
        <th scope="col" className="r">
          Off target, ETH
        </th>
      </tr>
    </thead>
  );
}

function Row({ row, scale }: { readonly row: AllocationRow; readonly scale: number }) {
  return (
    <tr className="alloc">
      <th scope="row" className="flex items-center gap-[9px] min-w-0">
        <i className="swatch" data-cat={row.category} />
        <span className="min-w-0">
          <span className="block font-medium leading-[1.125rem]">{row.name}</span>
          <small className="block text-2xs text-ink-3">{row.venue}</small>
        </span>
      </th>
      <td className="r" title={row.exact}>
        {row.value}
      </td>
      <ShareCell row={row} />
      <td className="bar-cell">
        {row.band === null ? (
          <span className="text-2xs text-ink-3">{row.note}</span>
        ) : (
          <BandBar figures={row.band} scale={scale} />
        )}
      </td>
      <td className="r target-cell text-ink-2">{row.target}</td>
      <td className="r drift-cell">
        <span className="rail:hidden text-ink-3">Off target, ETH </span>
        {row.drift}
        <span className="rail:hidden text-ink-3">{row.bandText}</span>
      </td>
    </tr>
  );
}

function ShareCell({ row }: { readonly row: AllocationRow }) {
  return (
    <td className={row.outside === "" ? "r font-semibold" : "r font-semibold text-warning"}>
      {row.outside !== "" && (
        <span className="inline-block align-[-2px] mr-1">
          <Icon name="warning" size={14} />
          <span className="sr-only">{row.outside}</span>
        </span>
      )}
      {row.share ?? <span className="text-unknown font-normal">No data</span>}
    </td>
  );
}

function Total({ view }: { readonly view: AllocationView }) {
  return (
    <tfoot>
      <tr className="alloc" data-part="total">
        <th scope="row">Net value</th>
        <td className="r" title={view.totalExact}>
          {view.total ?? "No data"}
        </td>
        <td className="r">{view.total === null ? "" : "100.00\u00a0%"}</td>
        <td className="bar-cell" />
        <td className="r target-cell">{view.targets}</td>
        <td className="drift-cell" />
      </tr>
    </tfoot>
  );
}
