import type { Finding } from "../../policy/finding.ts";
import { GUARD_DEFAULTS } from "../../policy/guardDefaults.ts";
import { subjectKey } from "../../policy/sortFindings.ts";
import type { PositionId, UnixSeconds } from "../../units/brands.ts";
import { venueOf } from "../../units/ids.ts";
import type { SimulatedAccount } from "../account/account.ts";
import type { TapeFact } from "../tape/tape.ts";
import type { Alarm, Incident } from "./result.ts";

/** What is kept between steps to tell alarms and incidents. */
export type Watch = {
  /** Incidents in the order in which they began; `isOver` once the tape says so. */
  incidents: readonly (Incident & { readonly isOver: boolean })[];
  alarms: Alarm[];
  warning: ReadonlySet<string>;
};

const hyphened = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** Rules that watch protocols and markets, by their names in a policy. Limits, pace and data quality raise no alarm. */
const GUARDS = new Set(["marketDepeg", ...Object.keys(GUARD_DEFAULTS)].map(hyphened));

export function emptyWatch(): Watch {
  return { incidents: [], alarms: [], warning: new Set() };
}

/** An incident begins, or every incident of the position is over. */
export function markIncident(
  watch: Watch,
  { fact, time }: { readonly fact: Extract<TapeFact, { kind: "incident" }>; readonly time: UnixSeconds },
): void {
  const { position, name } = fact;
  const times = { from: time, warnedAt: null, proposedAt: null, safeAt: null };
  watch.incidents =
    name === null
      ? watch.incidents.map((each) => (each.position === position ? { ...each, isOver: true } : each))
      : [...watch.incidents, { name, position, ...times, isOver: false }];
}

/** Whether a finding speaks of the position, its venue, or something of its venue. */
function concerns({ subject }: Finding, position: PositionId): boolean {
  if (!("id" in subject)) return false;
  const venue = venueOf(position);
  return subject.id === position || subject.id === venue || (subject.id as string).startsWith(`${venue}:`);
}

function isWarning({ rule, level }: Finding): boolean {
  return GUARDS.has(rule) && (level === "warning" || level === "critical");
}

type Seen = {
  readonly findings: readonly Finding[];
  readonly account: SimulatedAccount;
  readonly time: UnixSeconds;
};

function followed(incident: Watch["incidents"][number], { findings, account, time }: Seen) {
  const { position } = incident;
  const isWarned = findings.some((each) => isWarning(each) && concerns(each, position));
  const isLeaving = account.proposals.some(
    ({ plan, proposedAt }) =>
      proposedAt >= incident.from &&
      (plan.actions.some((each) => each.kind === "exit" && each.position === position) ||
        plan.requests.some((each) => each.position === position)),
  );
  const isGone =
    (account.holdings.get(position) ?? 0n) === 0n &&
    !account.tickets.some(({ reading }) => reading.position === position);
  return {
    ...incident,
    warnedAt: incident.warnedAt ?? (isWarned ? time : null),
    proposedAt: incident.proposedAt ?? (isLeaving ? time : null),
    safeAt: incident.safeAt ?? (isGone ? time : null),
  };
}

/** Takes note of one step: guards that began to warn, and how far each incident is answered. */
export function watchStep(watch: Watch, seen: Seen): void {
  const warnings = seen.findings.filter(isWarning);
  const keyOf = ({ rule, subject }: Finding) => `${rule} ${subjectKey(subject)}`;
  const isFalse = !watch.incidents.some(({ isOver }) => !isOver);
  for (const finding of warnings) {
    if (watch.warning.has(keyOf(finding))) continue;
    const { rule, code, level, subject } = finding;
    watch.alarms.push({ rule, code, level, subject, time: seen.time, isFalse });
  }
  watch.warning = new Set(warnings.map(keyOf));
  watch.incidents = watch.incidents.map((each) => (each.safeAt === null ? followed(each, seen) : each));
}
