import { basename } from "node:path";
import type { Command } from "commander";
import { builtInPolicies } from "../backtest/history/builtInPolicies.ts";
import { incidentsPage } from "../backtest/history/incidentsPage.ts";
import { stories } from "../backtest/history/stories.ts";
import { readPolicy } from "../backtest/readPolicy.ts";
import { addCommand } from "./addCommand.ts";
import { UsageError } from "./usageError.ts";

const QUIET = "quiet-year";

export function registerBacktestIncidents(backtest: Command): void {
  addCommand(backtest, {
    usage: "incidents [policies...]",
    help: "rehearse known incidents and a quiet year, made from published figures, under each policy; prints a Markdown page",
    flags: [{ flag: "--only <id>", help: "one incident by its id, or quiet-year" }],
    settings: [],
    run: async ({ args, flags }) => {
      const named = await Promise.all(
        args.map(async (file) => ({ name: basename(file), policy: await readPolicy(file) })),
      );
      const policies = named.length > 0 ? named : builtInPolicies();
      const wanted = stories.filter(({ id }) => flags.only === undefined || id === flags.only);
      const isQuietWanted = flags.only === undefined || flags.only === QUIET;
      if (wanted.length === 0 && !isQuietWanted) {
        const ids = [...stories.map(({ id }) => id), QUIET].join(", ");
        throw new UsageError(`backtest incidents: no incident is named "${flags.only}"; there are ${ids}.`);
      }
      const page = await incidentsPage({ policies, stories: wanted, isQuietWanted }, (title) => {
        if (process.stderr.isTTY) process.stderr.write(`${title} …\n`);
      });
      return { exitCode: 0, text: page, json: { page } };
    },
  });
}
