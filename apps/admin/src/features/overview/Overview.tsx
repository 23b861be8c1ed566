import { decisionSentence } from "@ballast/core";
import { session } from "../../auth/session.ts";
import { Empty } from "../../components/Empty.tsx";
import { Panel } from "../../components/Panel.tsx";
import { blockAsOf } from "../../format/blockAsOf.ts";
import { type Judgement, latestJudgement } from "../../queries/judgement.ts";
import { DevnetPanel } from "../devnetPanel/DevnetPanel.tsx";
import { FourStepCard } from "../devnetPanel/FourStepCard.tsx";
import { loadDevnetView } from "../devnetPanel/loadDevnetView.ts";
import { FindingsPanel } from "../findings/FindingsPanel.tsx";
import { findingsOf } from "../findings/findingsOf.ts";
import { loadTickets } from "../tickets/loadTickets.ts";
import { TicketsPanel } from "../tickets/TicketsPanel.tsx";
import type { TicketsView } from "../tickets/ticketsView.ts";
import { Allocation } from "./Allocation.tsx";
import { allocationOf } from "./allocationOf.ts";
import { LatelyPanel } from "./LatelyPanel.tsx";
import { loadLately } from "./loadLately.ts";
import { loadNeeds } from "./loadNeeds.ts";
import { NeedsYou } from "./NeedsYou.tsx";
import { SourcesPanel } from "./SourcesPanel.tsx";
import { Strip } from "./Strip.tsx";
import { sourcesOf } from "./sourcesOf.ts";
import { stripOf } from "./stripOf.ts";
import { YieldPanel } from "./YieldPanel.tsx";
import { yieldOf } from "./yieldOf.ts";

/** Everything that tells whether the treasury is in trim, and what waits for whom. */
export async function Overview({ segment }: { readonly segment: string }) {
  const [judgement, tickets, devnet, needs, lately, signedIn] = await Promise.all([
    latestJudgement(segment),
    loadTickets(segment),
    loadDevnetView(segment),
    loadNeeds(segment),
    loadLately(segment),
    session(),
  ]);
  return (
    <>
      <h1 className="sr-only">Overview</h1>
      {devnet !== null && <FourStepCard view={devnet} />}
      {judgement !== null && <KeyFigures judgement={judgement} />}
      <div className="cols">
        <div className="stack">
          {judgement === null ? <Unread /> : <Measured judgement={judgement} tickets={tickets} />}
          {devnet !== null && <DevnetPanel view={devnet} />}
        </div>
        <div className="stack">
          <NeedsYou needs={needs} signedIn={signedIn !== null} />
          <Findings judgement={judgement} />
          <SourcesPanel
            rows={judgement === null ? [] : sourcesOf(judgement.snapshot)}
            checkedAt={judgement === null ? null : Number(judgement.snapshot.block.timestamp)}
          />
          <LatelyPanel rows={lately} base={`/${segment}`} />
        </div>
      </div>
    </>
  );
}

function Unread() {
  return (
    <Panel title="Positions" order={3}>
      <Empty>
        The keeper has not read this account yet. Its first evaluation fills this page, without reloading.
      </Empty>
    </Panel>
  );
}

function KeyFigures({ judgement }: { readonly judgement: Judgement }) {
  return <Strip view={stripOf(judgement, yieldsOf(judgement))} asOf={blockAsOf(judgement.snapshot.block)} />;
}

type MeasuredProps = { readonly judgement: Judgement; readonly tickets: TicketsView | null };

function Measured({ judgement, tickets }: MeasuredProps) {
  const { snapshot, policy } = judgement;
  return (
    <>
      <Allocation view={allocationOf({ snapshot, policy })} />
      <TicketsPanel view={tickets} />
      <YieldPanel view={yieldsOf(judgement)} asOf={blockAsOf(snapshot.block)} />
    </>
  );
}

function Findings({ judgement }: { readonly judgement: Judgement | null }) {
  const decision = judgement?.decision ?? null;
  if (decision === null) return <FindingsPanel view={null} lead="" asOf={null} />;
  const lead = decisionSentence(decision);
  return <FindingsPanel view={findingsOf(decision.findings)} lead={lead} asOf={blockAsOf(decision.block)} />;
}

function yieldsOf({ snapshot, policy, history, openWork }: Judgement) {
  if (policy === null || history === null || openWork === null) return null;
  return yieldOf({ snapshot, policy, history, openWork, siblings: [] });
}
