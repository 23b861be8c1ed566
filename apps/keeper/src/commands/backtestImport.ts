import type { Command } from "commander";
import { importFile } from "../backtest/import/importFile.ts";
import { addCommand } from "./addCommand.ts";

const textOf = (value: string | boolean | undefined) => (typeof value === "string" ? value : null);

export function registerBacktestImport(backtest: Command): void {
  addCommand(backtest, {
    usage: "import <file>",
    help: "turn a published CSV into rows of a tape, recognised by its columns; prints CSV",
    flags: [
      { flag: "--asset <asset>", help: "the asset that the series is of" },
      { flag: "--pool <id>", help: "the pool to take of several" },
      { flag: "--prices <file>", help: "CSV with the columns date and eth_usd, to turn dollars into ether" },
    ],
    settings: [],
    run: async ({ args, flags }) => {
      const { csv, told } = await importFile({
        file: args[0] ?? "",
        asset: textOf(flags.asset),
        pool: textOf(flags.pool),
        prices: textOf(flags.prices),
      });
      return { exitCode: 0, text: `# ${told}\n${csv}`, json: { told, csv } };
    },
  });
}
