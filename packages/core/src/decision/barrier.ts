import type { Finding } from "../policy/finding.ts";
import type { DecisionOutcome } from "./types.ts";

const DISAGREEMENTS = ["source-disagrees", "reading-disputed"];

/** What stops a proposal of any kind: something essential is unknown or disputed. null when nothing does. */
export function haltOf(findings: readonly Finding[]): DecisionOutcome | null {
  const halts = findings.filter((found) => found.effect.kind === "halt");
  if (halts.length === 0) return null;
  const isDispute = halts.some((found) => DISAGREEMENTS.includes(found.code));
  return { kind: "refuse", because: isDispute ? "sources-disagree" : "data-missing" };
}

/**
 * What stops a rebalance and lets an emergency pass: an open proposal, the cooldown, anything unknown. Unknown that only freezes
 * entries is a hold with that reason; any other is missing data. null when nothing does.
 */
export function barrierOf(findings: readonly Finding[]): DecisionOutcome | null {
  const held = findings.filter((found) => found.effect.kind === "hold");
  if (held.some((found) => found.rule === "open-proposal")) return { kind: "hold", because: "proposal-open" };
  if (held.some((found) => found.rule === "cooldown")) return { kind: "hold", because: "cooling-down" };
  const unknown = findings.filter((found) => found.level === "unknown");
  if (unknown.some((found) => found.effect.kind !== "freeze-entries"))
    return { kind: "refuse", because: "data-missing" };
  return unknown.length > 0 ? { kind: "hold", because: "entries-frozen" } : null;
}

/** Why nothing moves when nothing would. A limit that is broken and cannot be repaired is never called within limits. */
export function stillnessOf(findings: readonly Finding[]): DecisionOutcome {
  const asked = findings.filter(({ effect }) => effect.kind === "raise-to" || effect.kind === "reduce-to");
  const isFrozen = findings.some(
    ({ effect, level }) => effect.kind === "freeze-entries" && level !== "notice" && level !== "ok",
  );
  const needsEntry = asked.some(({ effect }) => effect.kind === "raise-to");
  if (asked.length > 0 && !(isFrozen && needsEntry)) return { kind: "refuse", because: "infeasible" };
  return { kind: "hold", because: isFrozen ? "entries-frozen" : "within-limits" };
}
