import type { Finding } from "./finding.ts";

/** Whether a finding asks a rebalance to bring a position back inside a limit; an emergency asks in another way. */
export function asksForRepair({ effect }: Finding): boolean {
  return effect.kind === "raise-to" || (effect.kind === "reduce-to" && !effect.urgent);
}

/** Whether the account is outside a limit now, so that a rebalance repairs it rather than seeks yield. */
export function isRepair(findings: readonly Finding[]): boolean {
  return findings.some(asksForRepair);
}
