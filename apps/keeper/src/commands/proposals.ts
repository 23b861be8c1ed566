import { loadDeployment } from "@ballast/adapters";
import { checksumAddress } from "@ballast/core";
import {
  connect,
  type Database,
  listAccounts,
  listProposals,
  type ProposalRow,
  signaturesOf,
} from "@ballast/db";
import type { Command } from "commander";
import { addCommand } from "./addCommand.ts";
import type { Outcome } from "./outcome.ts";

const SHOWN = 50;

export function registerProposals(program: Command): void {
  addCommand(program, {
    usage: "proposals",
    help: "what waits for signatures, and what became of what was proposed",
    settings: ["databaseUrl", "deployment"],
    run: async ({ config }) => {
      const { db, close } = connect({ url: config.databaseUrl, applicationName: "ballast-cli", max: 2 });
      try {
        const { chainId } = await loadDeployment(config.deployment);
        return await listing(db, chainId);
      } finally {
        await close();
      }
    },
  });
}

async function listing(db: Database, chainId: bigint): Promise<Outcome> {
  const accounts = await listAccounts(db, chainId);
  const lines: string[] = [];
  const json: unknown[] = [];
  for (const account of accounts) {
    const rows = await listProposals(db, { account, limit: SHOWN });
    lines.push(`${account.name} ${checksumAddress(account.address)}`);
    if (rows.length === 0) lines.push("  Nothing was proposed yet.");
    for (const row of rows) {
      const signed = new Set((await signaturesOf(db, row.safeTxHash)).map(({ owner }) => owner)).size;
      lines.push(line(row, signed));
      const { safeTxHash, nonce, kind, state, deadline, proposedAt, executedTxHash } = row;
      json.push({
        account: account.address,
        safeTxHash,
        nonce,
        kind,
        state,
        signed,
        deadline,
        proposedAt,
        executedTxHash,
      });
    }
  }
  if (accounts.length === 0)
    lines.push(
      "No account is registered yet: insert its treasury and itself into the tables treasuries and accounts.",
    );
  return { exitCode: 0, text: lines.join("\n"), json };
}

function line({ nonce, kind, state, safeTxHash, deadline }: ProposalRow, signed: number): string {
  const until = deadline === null ? "" : `, until ${new Date(Number(deadline) * 1_000).toISOString()}`;
  return `  nonce ${nonce}  ${kind}  ${state}, ${signed} signed${until}  ${safeTxHash}`;
}
