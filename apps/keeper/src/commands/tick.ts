import { proposerSigner } from "@ballast/adapters";
import { releaseLease } from "@ballast/db";
import type { Command } from "commander";
import { createLog } from "../log.ts";
import { judgeHead } from "../service/judgeHead.ts";
import { keeperOptions, openKeeper } from "../service/openKeeper.ts";
import { addCommand } from "./addCommand.ts";
import type { Outcome } from "./outcome.ts";
import { previewTicks } from "./previewTicks.ts";
import { UsageError } from "./usageError.ts";

export function registerTick(program: Command): void {
  addCommand(program, {
    usage: "tick",
    help: "judge the newest head once, for every account",
    flags: [
      { flag: "--once", help: "one sweep, then end" },
      { flag: "--dry-run", help: "judge and decide, but store, build and post nothing" },
    ],
    settings: [...keeperOptions, "proposerKeyFile", "logLevel"],
    run: async ({ flags, config }) => {
      if (flags.once !== true)
        throw new UsageError("tick: add --once. For the service, run `ballast keeper`.");
      const dryRun = flags.dryRun === true;
      const proposer = dryRun ? null : proposerSigner({ file: config.proposerKeyFile });
      const { keeper, close } = await openKeeper(config, { log: createLog(config.logLevel), proposer });
      try {
        return dryRun ? await previewTicks(keeper) : await tickOnce(keeper);
      } finally {
        await close();
      }
    },
  });
}

async function tickOnce(keeper: Parameters<typeof judgeHead>[0]): Promise<Outcome> {
  const held = new Map();
  const judged = await judgeHead(keeper, { held });
  for (const lease of held.values()) await releaseLease(keeper.db, lease);
  if (judged.kind === "standing-by") {
    const text = "Another keeper holds the sweep of this chain. Try again when it has stopped.";
    return { exitCode: 75, text, json: { state: "standing-by" } };
  }
  const ticks = judged.ticks.map(({ id, account, outcome, reason, detail }) => ({
    id,
    account,
    outcome,
    reason,
    detail,
  }));
  const { number, hash } = judged.pinned.block;
  const lines = ticks.map(
    ({ id, account, outcome, reason }) => `tick ${id}  ${account}  ${outcome}: ${reason}`,
  );
  const failed = ticks.some(({ outcome }) => outcome === "failed");
  return {
    exitCode: failed ? 1 : 0,
    text: [`Block ${number} ${hash}`, ...lines].join("\n"),
    json: { block: { number, hash }, ticks },
  };
}
