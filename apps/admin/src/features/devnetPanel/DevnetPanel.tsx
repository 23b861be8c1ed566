import { Age } from "../../components/Age.tsx";
import { LevelBadge } from "../../components/LevelBadge.tsx";
import { Panel } from "../../components/Panel.tsx";
import type { DevnetView, ScenarioRun } from "./devnetView.ts";
import { ScenarioGroup } from "./ScenarioGroup.tsx";
import { SCENARIO_GROUPS } from "./scenarios.ts";

const SHOWN = 3;

/** Things that can be made to happen on the local chain. Clearly no part of the treasury. */
export function DevnetPanel({ view }: { readonly view: DevnetView }) {
  const busy = view.runs.some(({ state }) => state === "queued" || state === "running");
  return (
    <div className="devnet-frame" data-order={7}>
      <Panel
        title="Devnet"
        sub="A chain on this machine. Nothing here has worth; the keeper is told nothing"
        end={<span className="tag">Devnet only</span>}
      >
        {SCENARIO_GROUPS.map((group) => (
          <ScenarioGroup key={group.title} {...group} busy={busy} />
        ))}
        <div className="panel-foot flex-col items-stretch" role="status">
          {view.runs.length === 0 && <span>Nothing was run yet.</span>}
          {view.runs.slice(0, SHOWN).map((run) => (
            <RunLine key={`${run.name}${run.at}`} run={run} />
          ))}
        </div>
      </Panel>
    </div>
  );
}

function RunLine({ run }: { readonly run: ScenarioRun }) {
  return (
    <span className="flex gap-2 items-baseline flex-wrap">
      <RunBadge state={run.state} />
      <b className="font-medium text-ink-2">{run.name}</b>
      <span className="flex-1 min-w-[12rem]">{run.sentence}</span>
      <Age at={run.at} />
    </span>
  );
}

function RunBadge({ state }: { readonly state: ScenarioRun["state"] }) {
  if (state === "done") return <LevelBadge level="ok" word="Done" />;
  if (state === "failed") return <LevelBadge level="critical" word="Failed" />;
  return <LevelBadge level="notice" word={state === "queued" ? "Queued" : "Running"} />;
}
