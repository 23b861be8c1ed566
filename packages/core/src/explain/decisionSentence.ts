import type { Decision, DecisionOutcome, HoldReason, RefuseReason } from "../decision/types.ts";
import type { PlanFigures } from "../plan/types.ts";
import type { Finding } from "../policy/finding.ts";
import { formatDuration } from "../units/formatDuration.ts";
import { findingSentence } from "./findingSentence.ts";
import { planSentence } from "./planSentence.ts";
import { type BaseUnit, ETHER, valueText } from "./words.ts";

type Told = { readonly decision: Decision; readonly unit: BaseUnit };

/** The first finding, worst first, that fits; as a sentence with a space before it. */
function because({ decision, unit }: Told, fits: (found: Finding) => boolean): string {
  const found = decision.findings.find(fits);
  return found === undefined ? "" : ` ${findingSentence(found, unit)}`;
}

function costAndGain({ tradingCost, gasCost, grossGain, horizon }: PlanFigures, unit: BaseUnit): string {
  const cost = valueText(tradingCost + gasCost, { unit, rounding: "up" });
  const gain = valueText(grossGain, { unit, rounding: "down" });
  return `cost ${cost} and gain ${gain} in ${formatDuration(horizon)}`;
}

function set({ decision, unit }: Told): string {
  const figures = decision.rejected.find((each) => each.figures !== null)?.figures;
  return figures === null || figures === undefined ? "" : ` A rebalance would ${costAndGain(figures, unit)}.`;
}

/** Rules that hold a plan because of what it gains, and those that hold it because of what was moved lately. */
const GAINS = ["minimum-net-gain", "payback", "gas-share-of-gain"];
const PACES = ["cooldown", "turnover-per-day"];

const HOLDS: Readonly<Record<HoldReason, (told: Told) => string>> = {
  "within-limits": () =>
    " Every limit is kept, and no move that is allowed now gains more than it costs. Nothing to do.",
  "gain-below-cost": (told) =>
    `${set(told)}${because(told, ({ effect, rule }) => effect.kind === "hold" && GAINS.includes(rule))}`,
  "proposal-open": (told) =>
    because(told, ({ rule, code }) => rule === "open-proposal" && code === "proposal-open"),
  "cooling-down": (told) =>
    because(told, ({ effect, rule }) => effect.kind === "hold" && PACES.includes(rule)),
  "observe-mode": (told) => ` The policy only observes.${set(told)}`,
  "entries-frozen": (told) =>
    ` No entry is allowed now.${because(told, ({ effect, level }) => effect.kind === "freeze-entries" && level !== "notice")}`,
};

const isHalt = ({ effect }: Finding) => effect.kind === "halt";
const isUnknown = ({ level }: Finding) => level === "unknown";

const REFUSALS: Readonly<Record<RefuseReason, (told: Told) => string>> = {
  "data-missing": (told) => because(told, isHalt) || because(told, isUnknown),
  "sources-disagree": (told) => because(told, isHalt),
  "no-policy": () => " No policy is in force for this account. Publish one and have the owners approve it.",
  "no-exit": (told) => because(told, ({ rule }) => rule === "emergency-exit"),
  "breaks-a-limit": (told) =>
    ` The plan is turned down.${because(told, ({ rule, code, level }) => told.decision.rejected.some(({ reason }) => reason === `${rule}/${code}`) && level !== "ok")}`,
  infeasible: (told) =>
    ` A limit is broken and no trade that the policy allows repairs it.${because(told, ({ effect }) => effect.kind === "reduce-to" || effect.kind === "raise-to")}`,
};

type Proposal = Extract<DecisionOutcome, { kind: "propose" }>;

function reason(told: Told, { because: why, plan }: Proposal): string {
  const { figures } = plan;
  if (why === "emergency") {
    const stuck = because(told, ({ rule }) => rule === "emergency-exit");
    return `${because(told, ({ effect }) => effect.kind === "reduce-to" && effect.urgent)}${stuck}`;
  }
  if (why === "claim-due") return " The protocols owe it to the account now, and pay it to nobody else.";
  if (why === "limit-breached")
    return because(told, ({ effect }) => effect.kind === "reduce-to" || effect.kind === "raise-to");
  const paid = figures.payback === null ? "" : `, paid back in ${formatDuration(figures.payback)}`;
  return ` It will ${costAndGain(figures, told.unit)}${paid}.`;
}

/** Why the keeper did what it did, for a person: the outcome, then the numbers and the limit that decided it. */
export function decisionSentence(decision: Decision, unit: BaseUnit = ETHER): string {
  const told = { decision, unit };
  const { outcome } = decision;
  if (outcome.kind === "hold") return `Held.${HOLDS[outcome.because](told)}`;
  if (outcome.kind === "refuse") return `Refused.${REFUSALS[outcome.because](told)}`;
  return `Proposed. ${planSentence(outcome.plan)}${reason(told, outcome)}`;
}
