import { proposerSigner } from "@ballast/adapters";
import type { Command } from "commander";
import { createLog } from "../log.ts";
import { serveHealth } from "../service/health.ts";
import { keeperOptions, openKeeper } from "../service/openKeeper.ts";
import { type Running, runKeeper } from "../service/runKeeper.ts";
import { addCommand } from "./addCommand.ts";
import { untilSignal } from "./untilSignal.ts";

const NOT_YET: Running["facts"] = {
  healthy: false,
  role: "standing-by",
  lastTickEndedAt: null,
  headNumber: null,
  headTimestamp: null,
  lastError: null,
};

export function registerKeeper(program: Command): void {
  addCommand(program, {
    usage: "keeper",
    help: "run the service: judge every new head, propose, track",
    settings: [...keeperOptions, "proposerKeyFile", "healthPort", "headPollMilliseconds", "logLevel"],
    run: async ({ config }) => {
      const log = createLog(config.logLevel);
      const proposer = proposerSigner({ file: config.proposerKeyFile });
      const { keeper, close } = await openKeeper(config, { log, proposer });
      const running: Running = { facts: NOT_YET };
      const health = await serveHealth({
        port: config.healthPort,
        facts: () => running.facts,
        metrics: keeper.metrics.registry,
      });
      log.info(
        { instance: keeper.instance, proposer: proposer.address, health: health.port },
        "keeper on watch",
      );
      try {
        await runKeeper(keeper, { signal: untilSignal(), pollMs: config.headPollMilliseconds, running });
      } finally {
        await health.close();
        await close();
      }
      log.info("keeper stopped");
      return { exitCode: 0, text: "", json: { stopped: true } };
    },
  });
}
