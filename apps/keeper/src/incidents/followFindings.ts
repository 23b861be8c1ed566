import { type Finding, findingSentence, rules } from "@ballast/core";
import type { TickWork } from "../tick/tickWork.ts";
import { raiseIncident } from "./raiseIncident.ts";
import { resolveOver } from "./resolveOver.ts";

const subjectOf = ({ subject }: Finding) =>
  "id" in subject ? `${subject.kind}:${subject.id}` : subject.kind;
const isTripped = ({ level }: Finding) => level === "critical" || level === "unknown";

/**
 * Rules that this tick can acquit: those that said something, and, where nothing was left unknown, those that found nothing to speak of. A rule
 * about a ticket falls silent when the ticket is claimed, and also when it could not be read.
 */
function heard(findings: readonly Finding[]): readonly string[] {
  const silent = findings.some(({ level }) => level === "unknown") ? [] : rules.map(({ id }) => id);
  return [...new Set([...findings.map(({ rule }) => rule), ...silent])];
}

/** Opens an incident for every critical or unknown finding of an evaluation, and resolves those whose finding is over. */
export async function followFindings(work: TickWork, findings: readonly Finding[]): Promise<void> {
  const tripped = findings.filter(isTripped);
  for (const finding of tripped) {
    const { rule, level } = finding;
    await raiseIncident(work, {
      rule,
      subject: subjectOf(finding),
      level,
      summary: findingSentence(finding),
    });
  }
  const met = tripped.map((finding) => ({ rule: finding.rule, subject: subjectOf(finding) }));
  await resolveOver(work, { rules: heard(findings), met });
}
