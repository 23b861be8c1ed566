import { type Finding, findingSentence } from "@ballast/core";
import { listIncidents, resolveIncident } from "@ballast/db";
import type { TickWork } from "../tick/tickWork.ts";
import { raiseIncident } from "./raiseIncident.ts";

/** Most incidents of an account that may be open at once before old ones are no longer looked at. */
const LOOKED_AT = 500;

const subjectOf = ({ subject }: Finding) =>
  "id" in subject ? `${subject.kind}:${subject.id}` : subject.kind;
const isTripped = ({ level }: Finding) => level === "critical" || level === "unknown";

/** Opens an incident for every critical or unknown finding, and resolves those whose finding is over. */
export async function followFindings(work: TickWork, findings: readonly Finding[]): Promise<void> {
  const { keeper, account } = work;
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
  const still = new Set(tripped.map((finding) => `${finding.rule} ${subjectOf(finding)}`));
  const rules = new Set(findings.map(({ rule }) => rule));
  const { chainId, address } = account;
  const open = await listIncidents(keeper.db, {
    chainId,
    account: address,
    openOnly: true,
    limit: LOOKED_AT,
  });
  for (const { rule, subject } of open) {
    if (!rules.has(rule) || still.has(`${rule} ${subject}`)) continue;
    const detail = `No longer so in tick ${work.tick.id}.`;
    await resolveIncident(keeper.db, {
      chainId,
      account: address,
      rule,
      subject,
      actor: keeper.instance,
      detail,
    });
  }
}
