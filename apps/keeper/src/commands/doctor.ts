import { pinBlock, proposerSigner, readSweep } from "@ballast/adapters";
import { listAccounts, verifyAuditChain } from "@ballast/db";
import type { Command } from "commander";
import { type Check, fail, fine, warn } from "../doctor/check.ts";
import { checkAccount } from "../doctor/checkAccount.ts";
import { checkClock } from "../doctor/checkClock.ts";
import { checkContracts } from "../doctor/checkContracts.ts";
import { checkDecimals } from "../doctor/checkDecimals.ts";
import { checkDisk } from "../doctor/checkDisk.ts";
import { checkFeeds } from "../doctor/checkFeeds.ts";
import { createLog } from "../log.ts";
import type { Keeper } from "../service/keeper.ts";
import { keeperOptions, openKeeper } from "../service/openKeeper.ts";
import { pinning } from "../service/pinning.ts";
import { accountRef } from "../sweep/runSweep.ts";
import { addCommand } from "./addCommand.ts";
import type { Outcome } from "./outcome.ts";

export function registerDoctor(program: Command): void {
  addCommand(program, {
    usage: "doctor",
    help: "look at everything that the keeper depends on, and say what to do about it",
    settings: [...keeperOptions, "proposerKeyFile"],
    run: async ({ config }) => {
      const proposer = proposerSigner({ file: config.proposerKeyFile });
      const { keeper, close } = await openKeeper(config, { log: createLog("error"), proposer });
      try {
        return report([await checkDisk(config.stateDir), ...(await examine(keeper))]);
      } finally {
        await close();
      }
    },
  });
}

async function examine(keeper: Keeper): Promise<readonly Check[]> {
  const { deployment, sources, db } = keeper;
  const pinned = await pinBlock(pinning(keeper));
  const accounts = await listAccounts(db, deployment.chainId);
  const sweep = await readSweep({ ...pinned, deployment, sources, accounts: accounts.map(accountRef) });
  const own = await Promise.all(
    accounts.map(async (account, index) => {
      const parts = sweep.perAccount[index];
      return parts === undefined ? [] : checkAccount(keeper, { account, parts });
    }),
  );
  return [
    fine(
      "Chain",
      `${deployment.name}, chain id ${deployment.chainId}; sources, database and memory file belong to it`,
    ),
    ...checkClock(pinned, new Date()),
    ...(await checkContracts(sources[0], { deployment, block: pinned.block })),
    ...(await checkDecimals(sources[0], { deployment, block: pinned.block })),
    ...checkFeeds(sweep),
    ...(accounts.length === 0 ? [noAccounts] : own.flat()),
    await auditCheck(keeper),
  ];
}

const noAccounts = warn("Accounts", {
  detail: "none is registered",
  todo: "Insert its treasury and itself into the tables treasuries and accounts; no screen does it yet.",
});

async function auditCheck({ db }: Keeper): Promise<Check> {
  const verdict = await verifyAuditChain(db);
  if (verdict.intact) return fine("Audit log", `${verdict.head.seq} entries, the chain is whole`);
  return fail("Audit log", {
    detail: `entry ${verdict.seq}: ${verdict.problem}`,
    todo: "Somebody changed the log. Keep a copy of the database and compare it with exported heads.",
  });
}

function report(checks: readonly Check[]): Outcome {
  const failed = checks.filter(({ level }) => level === "failed").length;
  const warned = checks.filter(({ level }) => level === "warning").length;
  const lines = checks.flatMap(({ level, title, detail, todo }) => [
    `${level.padEnd(8)} ${title}: ${detail}`,
    ...(todo === "" ? [] : [`         ${todo}`]),
  ]);
  const summary = `${checks.length} checks, ${failed} failed, ${warned} warnings.`;
  return {
    exitCode: failed > 0 ? 1 : 0,
    text: [...lines, summary].join("\n"),
    json: { failed, warned, checks },
  };
}
