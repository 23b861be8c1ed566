import type { Policy, Snapshot, VersionProblem } from "@ballast/core";
import { raiseIncident } from "../incidents/raiseIncident.ts";
import { resolveOver } from "../incidents/resolveOver.ts";
import type { TickWork } from "../tick/tickWork.ts";
import { judgeStoredPolicies } from "./judgeStoredPolicies.ts";

/**
 * The policy that the owners put in force, judged at the snapshot's block; null when there is none, or when its
 * owners could not be read. What looks like tampering becomes an incident. What must be remembered is on disk before
 * the policy is returned.
 */
export async function policyInForce(work: TickWork, snapshot: Snapshot): Promise<Policy | null> {
  const { keeper, account } = work;
  const judgement = await judgeStoredPolicies({ keeper, account, snapshot });
  if (judgement === null) return null;
  await tellProblems(work, judgement.problems);
  await keeper.memory.remember(account.address, judgement.memory);
  return judgement.inForce?.policy ?? null;
}

const RULE = "policy";

/** Opens an incident for each problem that looks like tampering, and resolves those that are over. */
async function tellProblems(work: TickWork, problems: readonly VersionProblem[]): Promise<void> {
  const found = problems
    .filter(({ level }) => level === "incident")
    .map(({ code, subject, message }) => ({ rule: RULE, subject: `${code}:${subject}`, summary: message }));
  for (const problem of found) await raiseIncident(work, { ...problem, level: "critical" });
  await resolveOver(work, { rules: [RULE], met: found });
}
