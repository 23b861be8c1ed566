import { type Finding, findingSentence } from "@ballast/core";
import type { TickWork } from "../tick/tickWork.ts";
import { raiseIncident } from "./raiseIncident.ts";
import { resolveOver } from "./resolveOver.ts";

const subjectOf = ({ subject }: Finding) =>
  "id" in subject ? `${subject.kind}:${subject.id}` : subject.kind;
const isTripped = ({ level }: Finding) => level === "critical" || level === "unknown";

/** Opens an incident for every critical or unknown finding, and resolves those whose finding is over. */
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
  await resolveOver(work, { rules: [...new Set(findings.map(({ rule }) => rule))], met });
}
