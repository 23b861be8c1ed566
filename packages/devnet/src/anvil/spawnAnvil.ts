import { type ChildProcess, spawn } from "node:child_process";
import { AnvilStartError, PortTakenError } from "../errors.ts";
import { anvilBinary } from "./anvilBinary.ts";

/**
 * States kept readable behind the head, in memory and in the saved state. At 4 s blocks these are 16 minutes: the 15 that a
 * keeper may look back, and a margin. Each takes about 0.7 MB, mostly the contracts' code.
 */
export const historicalStates = 240;

/** Every flag that decides the genesis block is fixed here: two first starts share its hash. */
const chainArguments = [
  ["--chain-id", "31337"],
  ["--hardfork", "osaka"],
  ["--gas-limit", "60000000"],
  ["--order", "fifo"],
  ["--no-mining"],
  // Unoptimised code is more than twice as long as what EIP-170 allows EigenLayer's managers on mainnet.
  ["--disable-code-size-limit"],
  ["--preserve-historical-states"],
  ["--prune-history", String(historicalStates)],
].flat();

/** A running anvil. */
export interface AnvilProcess {
  readonly pid: number;
  readonly port: number;
  /** resolves when the process has ended, however it did */
  readonly exited: Promise<void>;
  /** Ends it orderly: it writes its state, with the historical states, to the dump file. */
  terminate(): Promise<void>;
  kill(): Promise<void>;
}

/** How a chain begins. */
export interface AnvilStart {
  /** 0 lets the system choose */
  readonly port: number;
  /** where it writes its state when it is terminated */
  readonly dumpFile: string;
  /**
   * `timestamp` for a first start (a fixed genesis), `loadFile` for a saved chain, never both: with a timestamp, anvil's
   * clock would fall back to genesis.
   */
  readonly from: { readonly timestamp: number } | { readonly loadFile: string };
  /** told the process id at once, before the node answers */
  readonly onSpawn: (pid: number) => void;
}

/**
 * Starts anvil on the loopback address without any mining of its own.
 * @throws {PortTakenError} when the port is taken
 * @throws {AnvilStartError} when anvil ends before it listens
 */
export async function spawnAnvil({ port, dumpFile, from, onSpawn }: AnvilStart): Promise<AnvilProcess> {
  const first =
    "timestamp" in from ? ["--timestamp", String(from.timestamp)] : ["--load-state", from.loadFile];
  const place = ["--host", "127.0.0.1", "--port", String(port), "--dump-state", dumpFile];
  // Its own process group: a Ctrl-C in the terminal must not end the chain before its state is saved.
  const child = spawn(anvilBinary(), [...place, ...chainArguments, ...first], {
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const pid = await spawned(child);
  onSpawn(pid);
  const listening = await listeningPort(child, port);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    if (child.exitCode !== null || child.signalCode !== null) resolve();
  });
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    child.kill(signal);
    await exited;
  };
  return {
    pid,
    port: listening,
    exited,
    terminate: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

function spawned(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    if (child.pid !== undefined) resolve(child.pid);
  });
}

function listeningPort(child: ChildProcess, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = "";
    let ready = false;
    const read = (chunk: Buffer) => {
      // anvil logs every call until told not to: after the first lines the streams are only drained.
      if (ready) return;
      output += chunk.toString("utf8");
      const match = /Listening on 127\.0\.0\.1:(\d+)/.exec(output);
      if (match === null) return;
      ready = true;
      resolve(Number(match[1]));
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("close", () =>
      reject(/address already in use/i.test(output) ? new PortTakenError(port) : new AnvilStartError(output)),
    );
  });
}
