import { writeFile } from "node:fs/promises";
import { type BacktestResult, backtest, countSteps, type Policy } from "@ballast/core";
import type { Command } from "commander";
import { fromDatabase } from "../backtest/fromDatabase.ts";
import { showProgress } from "../backtest/progress.ts";
import { readPolicy } from "../backtest/readPolicy.ts";
import { RECORDED, type RunSettings, readSettings, SETTING_FLAGS } from "../backtest/readSettings.ts";
import { readTape } from "../backtest/readTape.ts";
import { recordedDelays } from "../backtest/recordedDelays.ts";
import { summary } from "../backtest/summary.ts";
import { env } from "../config/env.ts";
import { loadConfig } from "../config/loadConfig.ts";
import { options } from "../config/options.ts";
import { withAllocator } from "../optimise/withAllocator.ts";
import { htmlReport } from "../report/htmlReport.ts";
import { addCommand } from "./addCommand.ts";
import { registerBacktestImport } from "./backtestImport.ts";
import { registerBacktestIncidents } from "./backtestIncidents.ts";
import type { Outcome } from "./outcome.ts";
import { UsageError } from "./usageError.ts";

type Given = Readonly<Record<string, string | boolean | undefined>>;

/** A flag that must be given. @throws {UsageError} */
function needed(flags: Given, { name, flag }: { readonly name: string; readonly flag: string }): string {
  const value = flags[name];
  if (typeof value === "string" && value !== "") return value;
  throw new UsageError(`backtest: ${flag} is missing.`);
}

export function registerBacktest(program: Command): void {
  const command = addCommand(program, {
    usage: "backtest",
    help: "run a policy over history with the live code: worth against holding, costs, every decision with its reason",
    flags: [
      { flag: "--policy <file>", help: "the policy, YAML or JSON" },
      { flag: "--data <file>", help: "the tape, CSV or NDJSON: see docs/backtest.md" },
      {
        flag: "--from-db",
        help: "instead of a tape: decide what a live keeper stored again, by the policies in force then or by --policy",
      },
      {
        flag: options.databaseUrl.flag,
        help: "with --from-db or --signer-delay recorded: Postgres, as role ballast_keeper (DATABASE_URL)",
      },
      { flag: options.deployment.flag, help: "with --from-db: whose chain (BALLAST_DEPLOYMENT)" },
      ...SETTING_FLAGS,
      { flag: "--report <file>", help: "write an HTML page with charts and tables" },
    ],
    settings: [],
    run: ({ flags }) => (flags.fromDb === true ? runRecorded(flags) : run(flags)),
  });
  // Else `backtest import FILE --json` would be taken for this command's own --json.
  command.enablePositionalOptions();
  registerBacktestImport(command);
  registerBacktestIncidents(command);
}

async function runRecorded(flags: Given): Promise<Outcome> {
  if (flags.data !== undefined) throw new UsageError("backtest: --data and --from-db cannot both be.");
  const policy = typeof flags.policy === "string" ? await readPolicy(flags.policy) : null;
  const texts = { databaseUrl: textOf(flags.databaseUrl), deployment: textOf(flags.deployment) };
  return fromDatabase({ ...loadConfig(["databaseUrl", "deployment"], { flags: texts, env }), policy });
}

const textOf = (value: Given[string]) => (typeof value === "string" ? value : undefined);

async function run(flags: Given): Promise<Outcome> {
  const policy = await readPolicy(needed(flags, { name: "policy", flag: "--policy <file>" }));
  const { tape, sha256 } = await readTape(needed(flags, { name: "data", flag: "--data <file>" }));
  const settings = await settingsOf(flags, policy);
  const total = countSteps(tape, settings.every);
  const progress = showProgress(process.stderr, { total, now: () => performance.now() });
  const start = performance.now();
  const spec = { policy, tape, ...settings, onStep: progress.onStep };
  const result = await withAllocator((allocate) => backtest({ ...spec, allocate })).finally(progress.end);
  const seconds = (performance.now() - start) / 1000;
  if (typeof flags.report === "string")
    await writeReport(flags.report, htmlReport(result, { policy, sha256 }));
  return answer(result, { policy, settings, sha256, seconds });
}

/** The flags' settings; the account's own record of signing, from the database, when it is asked for. */
async function settingsOf(flags: Given, policy: Policy): Promise<RunSettings> {
  const { signerDelay, ...rest } = flags;
  const symbol = policy.baseAsset;
  if (signerDelay !== RECORDED) return readSettings(flags, { symbol });
  const texts = { databaseUrl: textOf(flags.databaseUrl) };
  const { databaseUrl } = loadConfig(["databaseUrl"], { flags: texts, env });
  const signerDelays = await recordedDelays(databaseUrl, policy.account);
  return { ...readSettings(rest, { symbol }), signerDelays };
}

type Facts = {
  readonly policy: Policy;
  readonly settings: RunSettings;
  readonly sha256: string;
  readonly seconds: number;
};

function answer(result: BacktestResult, { policy, settings, sha256, seconds }: Facts): Outcome {
  const pace = Math.round(result.steps / seconds);
  const speed = `${result.steps} steps in ${seconds.toFixed(2)} s: ${pace} steps per second. Data sha256 ${sha256}`;
  return {
    exitCode: 0,
    text: `${summary(result, policy)}\n\n${speed}`,
    json: { ...result, settings, data: { sha256 }, speed: { seconds, stepsPerSecond: pace } },
  };
}

async function writeReport(file: string, html: string): Promise<void> {
  await writeFile(file, html).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--report: ${file} cannot be written: ${error.code}.`);
  });
}
