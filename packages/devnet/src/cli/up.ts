import { connect } from "@ballast/db";
import type { Devnet } from "../node/devnet.ts";
import { serveRequests } from "../requests/serveRequests.ts";
import { seedDatabase } from "../seed/seedDatabase.ts";
import { startDevnet } from "../startDevnet.ts";
import type { UpCommand } from "./parseCommand.ts";

const parentCheckMs = 500;
const nodeEnded = "the node has ended by itself";

/**
 * Runs the devnet until a signal, its parent's end or the node's own. One line of JSON on stdout says that it is ready;
 * everything else goes to stderr.
 * @param databaseUrl of the role ballast_devnet; without it the devnet answers RPC alone
 * @returns the exit code
 */
export async function up(
  command: UpCommand,
  { databaseUrl }: { databaseUrl: string | undefined },
): Promise<number> {
  const asked = endAsked(command);
  const { port, stateDir, fresh, blockSeconds, historyDays } = command;
  const devnet = await startDevnet({ port, stateDir, fresh, blockSeconds, historyDays, onProgress: say });
  const endRequests = await openDatabase(devnet, databaseUrl);
  process.stdout.write(`${readyLine(devnet)}\n`);
  const end = await Promise.race([asked, devnet.failed.then(() => nodeEnded)]);
  say(`${end}; stopping`);
  await endRequests();
  await devnet.stop();
  return end === nodeEnded ? 1 : 0;
}

function say(line: string): void {
  process.stderr.write(`devnet: ${line}\n`);
}

/** Seeds the database and answers its scenario requests, where there is one. @returns ends that */
async function openDatabase(devnet: Devnet, url: string | undefined): Promise<() => Promise<void>> {
  if (url === undefined) return async () => undefined;
  const connection = connect({ url, applicationName: "ballast-devnet", max: 3 });
  try {
    say("writing the treasury and its policies to the database");
    await seedDatabase(connection.db, devnet);
    const onError = (error: unknown) => say(`scenario requests: ${error}; trying again`);
    const end = await serveRequests(connection, { devnet, onError });
    return () => end().then(connection.close);
  } catch (error) {
    await connection.close();
    await devnet.stop();
    throw error;
  }
}

function readyLine({ rpcUrls, proposerKeyFile, genesisHash, block1Hash }: Devnet): string {
  return JSON.stringify({ ready: true, rpc: rpcUrls, proposerKeyFile, genesisHash, block1Hash });
}

function endAsked({ withParent }: UpCommand): Promise<string> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve(signal));
    if (!withParent) return;
    const check = () => process.ppid !== parent && resolve("the parent process has ended");
    setInterval(check, parentCheckMs).unref();
  });
}
