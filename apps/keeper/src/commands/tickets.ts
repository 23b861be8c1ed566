import { loadDeployment } from "@ballast/adapters";
import { checksumAddress, unixSeconds } from "@ballast/core";
import { type AccountRow, connect, type Database, listAccounts } from "@ballast/db";
import type { Command } from "commander";
import type { AccountTickets } from "../tickets/accountTickets.ts";
import { loadTickets } from "../tickets/loadTickets.ts";
import { addCommand } from "./addCommand.ts";
import { ticketsOutcome } from "./tickets/ticketsOutcome.ts";
import { UsageError } from "./usageError.ts";

export function registerTickets(program: Command): void {
  addCommand(program, {
    usage: "tickets",
    help: "exits under way: what was asked for, what it pays now, from when it can be claimed",
    flags: [
      { flag: "--account <account>", help: "only this account: its address or its name" },
      { flag: "--all", help: "also those that are over" },
    ],
    settings: ["databaseUrl", "deployment"],
    run: async ({ flags, config }) => {
      const { db, close } = connect({ url: config.databaseUrl, applicationName: "ballast-cli", max: 2 });
      try {
        const { chainId } = await loadDeployment(config.deployment);
        const accounts = await asked(db, { chainId, account: flags.account });
        const loaded: AccountTickets[] = [];
        for (const account of accounts) loaded.push(await loadTickets(db, account));
        const now = unixSeconds(BigInt(Math.floor(Date.now() / 1_000)));
        return ticketsOutcome(loaded, { isAll: flags.all === true, now });
      } finally {
        await close();
      }
    },
  });
}

async function asked(
  db: Database,
  { chainId, account }: { readonly chainId: bigint; readonly account: string | boolean | undefined },
): Promise<readonly AccountRow[]> {
  const accounts = await listAccounts(db, chainId);
  if (typeof account !== "string") return accounts;
  const wanted = account.toLowerCase();
  const found = accounts.filter(({ address, name }) => address === wanted || name.toLowerCase() === wanted);
  if (found.length > 0) return found;
  const known = accounts.map(({ name, address }) => `${name} ${checksumAddress(address)}`).join(", ");
  throw new UsageError(
    `--account: got "${account}"; give the address or the name of ${known === "" ? "an account; none is registered yet" : `one of: ${known}`}.`,
  );
}
