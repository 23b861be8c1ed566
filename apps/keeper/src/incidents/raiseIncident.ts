import type { Level } from "@ballast/core";
import { appendAudit, openIncident } from "@ballast/db";
import type { TickWork } from "../tick/tickWork.ts";

/** Something that people must know, found in a tick. One open incident for each rule and subject of an account. */
export async function raiseIncident(
  { keeper, account, tick }: TickWork,
  found: { readonly rule: string; readonly subject: string; readonly level: Level; readonly summary: string },
): Promise<void> {
  const { chainId, address } = account;
  const { change } = await openIncident(keeper.db, {
    ...found,
    chainId,
    account: address,
    tickId: tick.id,
    actor: keeper.instance,
  });
  if (change === "same") return;
  keeper.log.warn({ account: address, ...found }, "incident");
  await appendAudit(keeper.db, {
    actor: keeper.instance,
    kind: "incident.opened",
    payload: { account: address, chainId, tick: tick.id, ...found },
  });
}
