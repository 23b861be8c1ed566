import { listIncidents, resolveIncident } from "@ballast/db";
import type { TickWork } from "../tick/tickWork.ts";

/** Most incidents of an account that may be open at once before old ones are no longer looked at. */
const LOOKED_AT = 500;

/** What one tick says of incidents: those of `rules` are over, but for the ones that it met itself. */
export type StillOpen = {
  readonly rules: readonly string[];
  readonly met: readonly { readonly rule: string; readonly subject: string }[];
};

/** Resolves the account's open incidents whose reason this tick no longer found. They stay in the record. */
export async function resolveOver(
  { keeper, account, tick }: TickWork,
  { rules, met }: StillOpen,
): Promise<void> {
  const { chainId, address } = account;
  const wanted = { chainId, account: address, openOnly: true, limit: LOOKED_AT };
  for (const { rule, subject } of await listIncidents(keeper.db, wanted)) {
    if (!rules.includes(rule)) continue;
    if (met.some((each) => each.rule === rule && each.subject === subject)) continue;
    const detail = `No longer so in tick ${tick.id}.`;
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
