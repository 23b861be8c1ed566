import { type Database, latestTick, listAccounts, type TickRecord, tickById } from "@ballast/db";
import { UsageError } from "./usageError.ts";

/**
 * The tick that a person named: its number, or `latest` for the newest of any account.
 * @throws {UsageError} when there is none
 */
export async function findTick(
  db: Database,
  { name, chainId }: { readonly name: string; readonly chainId: bigint },
): Promise<TickRecord> {
  if (name === "latest") return newest(db, chainId);
  if (!/^\d+$/.test(name)) throw new UsageError(`tick: got "${name}"; give a tick's number or \`latest\`.`);
  const tick = await tickById(db, BigInt(name));
  if (tick === undefined)
    throw new UsageError(`Tick ${name} is not stored. \`ballast explain latest\` shows the newest.`);
  return tick;
}

async function newest(db: Database, chainId: bigint): Promise<TickRecord> {
  const ticks = await Promise.all(
    (await listAccounts(db, chainId)).map((account) => latestTick(db, account)),
  );
  const [last] = ticks.filter((tick) => tick !== undefined).toSorted((a, b) => (a.id > b.id ? -1 : 1));
  if (last === undefined)
    throw new UsageError("No tick is stored yet. Start the keeper, or run `ballast tick --once`.");
  return last;
}
