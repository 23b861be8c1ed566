// `npm run -s goldens -- FILE…`: replays recordings of the protocols' own contracts.
import { checkFile } from "./checkFile.ts";
import { checkReport } from "./checkReport.ts";

const USAGE = `Usage: npm run -s goldens -- FILE…

Replays recordings of the protocols' own contracts: their vectors through the adapters' maths, their steps as transactions on
freshly deployed devnet contracts. Every recorded figure is compared to the wei.
Exit codes: 0 all passed, 1 something failed or a file could not be replayed, 2 bad usage.
`;

async function main(args: readonly string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(USAGE);
    return 0;
  }
  const unknown = args.find((arg) => arg.startsWith("-"));
  if (unknown !== undefined || args.length === 0) {
    const problem = unknown === undefined ? "no file is named" : `"${unknown}" is not known`;
    process.stderr.write(`goldens: ${problem}.\n${USAGE}`);
    return 2;
  }
  return replay(args);
}

async function replay(files: readonly string[]): Promise<number> {
  // Loaded only now: a question about the usage need not wait for the protocols.
  const { suites } = await import("./suites.ts");
  const report = checkReport();
  const interrupted = interruption();
  for (const file of files) {
    try {
      for await (const check of checkFile(file, suites)) {
        report.add(file, check);
        if (interrupted.aborted) break;
      }
    } catch (error) {
      const { name, message } = error as Error;
      report.add(file, {
        kind: "file",
        name,
        outcome: "failed",
        field: "file",
        recorded: "one that can be replayed",
        found: message,
      });
    }
    if (interrupted.aborted) return 130;
  }
  process.stdout.write(report.text());
  return report.failed === 0 ? 0 : 1;
}

/** Ctrl-C ends the replay after the check at hand, so that the local chain behind it is ended, too. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

process.exitCode = await main(process.argv.slice(2));
