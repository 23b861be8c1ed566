import type { Devnet } from "../node/devnet.ts";
import { startDevnet } from "../startDevnet.ts";
import type { UpCommand } from "./parseCommand.ts";

const parentCheckMs = 500;

/**
 * Runs the devnet until a signal, its parent's end or the node's own. One line of JSON on stdout says that it is ready;
 * everything else goes to stderr.
 * @returns the exit code
 */
export async function up(command: UpCommand): Promise<number> {
  const say = (line: string) => process.stderr.write(`devnet: ${line}\n`);
  const asked = endAsked(command);
  const { port, stateDir, fresh, blockSeconds } = command;
  const devnet = await startDevnet({ port, stateDir, fresh, blockSeconds, onProgress: say });
  process.stdout.write(`${readyLine(devnet)}\n`);
  const end = await Promise.race([asked, devnet.failed.then(() => "the node has ended by itself" as const)]);
  say(`${end}; stopping`);
  await devnet.stop();
  return end === "the node has ended by itself" ? 1 : 0;
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
