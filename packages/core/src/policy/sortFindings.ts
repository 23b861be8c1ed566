import { compareText } from "../units/compareText.ts";
import type { Finding, Level, Subject } from "./finding.ts";

/** Worst first. Unknown stands above a warning: what could not be told may be worse than what was. */
const ORDER: readonly Level[] = ["critical", "unknown", "warning", "notice", "ok"];

/** One text per subject, to sort and to match by. */
export function subjectKey(subject: Subject): string {
  return subject.kind === "account" ? "account" : `${subject.kind}:${subject.id}`;
}

/** Worst first, then by rule, code and subject: the same list however it came. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      ORDER.indexOf(a.level) - ORDER.indexOf(b.level) ||
      compareText(a.rule, b.rule) ||
      compareText(a.code, b.code) ||
      compareText(subjectKey(a.subject), subjectKey(b.subject)),
  );
}
