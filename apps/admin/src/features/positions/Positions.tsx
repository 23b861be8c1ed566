import { AsOf } from "../../components/AsOf.tsx";
import { Empty } from "../../components/Empty.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Panel } from "../../components/Panel.tsx";
import { blockAsOf } from "../../format/blockAsOf.ts";
import { latestJudgement } from "../../queries/judgement.ts";
import { loadTickets } from "../tickets/loadTickets.ts";
import { TicketsPanel } from "../tickets/TicketsPanel.tsx";
import { ExitsPanel } from "./ExitsPanel.tsx";
import { exitsOf } from "./exitsOf.ts";
import { PositionsTable } from "./PositionsTable.tsx";
import { type PositionsView, positionsOf } from "./positionsOf.ts";

/** The positions of one account as the keeper last read them. */
export async function Positions({ segment }: { readonly segment: string }) {
  const [judgement, tickets] = await Promise.all([latestJudgement(segment), loadTickets(segment)]);
  if (judgement === null) {
    return (
      <Panel title="Positions">
        <Empty>
          The keeper has not read this account yet. Its first evaluation fills this page, without reloading.
        </Empty>
      </Panel>
    );
  }
  const { snapshot, policy } = judgement;
  const view = positionsOf({ snapshot, policy });
  return (
    <>
      <h1 className="sr-only">Positions</h1>
      <Panel
        title="Positions"
        sub="Value by the protocol's own rate"
        end={<AsOf {...blockAsOf(snapshot.block)} />}
        foot={<Foot view={view} />}
      >
        {view.missing.length > 0 && <Missing missing={view.missing} />}
        <PositionsTable view={view} />
      </Panel>
      <div className="stack mt-4">
        <TicketsPanel view={tickets} />
        <ExitsPanel rows={exitsOf(snapshot)} asOf={blockAsOf(snapshot.block)} />
      </div>
    </>
  );
}

function Foot({ view }: { readonly view: PositionsView }) {
  if (view.saleSize === null)
    return <span>No policy is in force, so there is no size to ask market prices for.</span>;
  return (
    <span>
      The rate is what the protocol says one unit is worth. The market price is what a sale of {view.saleSize}{" "}
      would get for one unit now, pool fees included.
    </span>
  );
}

function Missing({ missing }: Pick<PositionsView, "missing">) {
  return (
    <p className="verdict" data-level="unknown">
      <Icon name="unknown" />
      <span>
        <b className="font-semibold">Not everything could be read.</b>{" "}
        {missing.map(({ subject, detail }) => `${subject}: ${detail}`).join(". ")}. Shares and the total are
        not shown until it can.
      </span>
    </p>
  );
}
