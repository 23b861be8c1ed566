import { type BacktestResult, formatBps, formatDecimal, type Policy } from "@ballast/core";
import { sinceText } from "../figures.ts";
import type { IncidentStory } from "./incidentStory.ts";
import { quietTape } from "./quietTape.ts";
import { rehearse } from "./rehearse.ts";
import { storyTape } from "./storyTape.ts";
import { withPosition } from "./withPosition.ts";

export type NamedPolicy = { readonly name: string; readonly policy: Policy };

type Wanted = {
  readonly policies: readonly NamedPolicy[];
  readonly stories: readonly IncidentStory[];
  /** Whether the quiet year is among them. */
  readonly isQuietWanted: boolean;
};

const CELL = { decimals: 18n, places: 2n, rounding: "down", sign: "changes" } as const;

/** Worth at the end less worth at the start, in base units. */
function changes({ points }: BacktestResult) {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return ["", "", ""];
  return [
    last.ballast.accounting - first.ballast.accounting,
    last.ballast.market - first.ballast.market,
    last.hold.market - first.hold.market,
  ].map((change) => formatDecimal(change, CELL));
}

function row(name: string, result: BacktestResult): string {
  const [incident] = result.incidents;
  const times =
    incident === undefined
      ? ["", "", ""]
      : [incident.warnedAt, incident.proposedAt, incident.safeAt].map((time) =>
          sinceText(incident.from, time),
        );
  const executed = result.proposals.filter(({ state }) => state === "executed").length;
  const cells = [
    name,
    ...times,
    ...changes(result),
    `${formatBps(result.drawdown.ballast)} / ${formatBps(result.drawdown.hold)}`,
    `${executed} of ${result.proposals.length}`,
    `${result.alarms.filter(({ isFalse }) => isFalse).length}`,
  ];
  return `| ${cells.join(" | ")} |`;
}

const HEAD = [
  "| policy | warned | exit proposed | safe | change, accounting | change, market | hold, market | drawdown / hold | executed | alarms outside |",
  "|---|---|---|---|---|---|---|---|---|---|",
];

async function storyPart(story: IncidentStory, policies: readonly NamedPolicy[]): Promise<string[]> {
  const tape = storyTape(story);
  const rows: string[] = [];
  for (const { name, policy } of policies) {
    const own = story.position === null ? policy : withPosition(policy, story.position);
    rows.push(row(name, await rehearse(own, tape)));
  }
  return [`## ${story.title}`, "", `*Synthetic.* ${story.sources}.`, "", ...HEAD, ...rows, ""];
}

async function quietPart(policies: readonly NamedPolicy[]): Promise<string[]> {
  const tape = quietTape();
  const rows: string[] = [];
  for (const { name, policy } of policies) rows.push(row(name, await rehearse(policy, tape)));
  const told =
    "*Synthetic.* Two assets wander up to 0.4 % below their rates, with the two lone closes beyond 1 % that stETH had in quiet years. Every alarm is a false one.";
  return ["## A quiet year", "", told, "", ...HEAD, ...rows, ""];
}

const INTRODUCTION = `# Incidents, rehearsed

Made by \`ballast backtest incidents\`; do not edit. Each series is **synthetic**: straight lines through the published figures named with it, and through
what is said to be assumed. The same code that decides live ran over each; an account of 1,000 ETH over the policy's targets, owners who sign four hours
after every proposal, venues of a million ether, deep pools and 3 % a year for what is not the subject. Where a policy does not list the subject's position, the largest of its
bands that is not idle money or Lido's takes that name, with its numbers.

Times count from the incident's beginning, whether or not anyone could see it then. Changes are in ETH from the series' start to its end: by accounting rates, and
at market prices beside the same account never touched. *Executed* is of all proposals; *alarms outside* are false ones.
`;

/** The page of every story under every policy, as Markdown; a story at a time is told to `onPart`. */
export async function incidentsPage(
  { policies, stories, isQuietWanted }: Wanted,
  onPart: (title: string) => void = () => undefined,
): Promise<string> {
  const parts: string[] = [];
  for (const story of stories) {
    onPart(story.title);
    parts.push(...(await storyPart(story, policies)));
  }
  if (isQuietWanted) {
    onPart("A quiet year");
    parts.push(...(await quietPart(policies)));
  }
  return `${[INTRODUCTION, ...parts].join("\n").trimEnd()}\n`;
}
