import { type Finding, findingSentence, sourceText } from "@ballast/core";
import type { FindingsView, FindingView } from "./findingsView.ts";
import { findingTitle } from "./findingTitle.ts";

/** Findings as the screen lists them: what is open, worst first as the decision sorted them, and what passed. */
export function findingsOf(findings: readonly Finding[]): FindingsView {
  const views = findings.map(viewOf);
  return {
    open: views.filter(({ level }) => level !== "ok"),
    passed: views.filter(({ level }) => level === "ok"),
  };
}

function viewOf(finding: Finding): FindingView {
  const { rule, code, subject, level, evidence } = finding;
  const about = subject.kind === "account" ? "account" : subject.id;
  return {
    key: `${rule}/${code}/${about}`,
    level,
    title: findingTitle(finding),
    sentence: findingSentence(finding),
    evidence: [...new Set(evidence.map(sourceText))],
  };
}
