import { existsSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import type { Hex } from "viem";
import { createRpc } from "../chain/rpc.ts";
import { RpcError, StateInUseError } from "../errors.ts";
import { saveHead } from "./savedState.ts";
import type { StateFiles } from "./stateFiles.ts";
import { writeFileAtomically } from "./writeFileAtomically.ts";

/** Who works on a state directory. */
export interface Processes {
  readonly devnetPid: number;
  readonly anvilPid: number;
  readonly anvilPort: number;
  readonly secondPort: number;
  /** tells this chain from any other that might answer at the port */
  readonly block1Hash: Hex;
}

export function recordProcesses(files: StateFiles, processes: Processes): void {
  writeFileAtomically(files.processes, Buffer.from(JSON.stringify(processes)));
}

export function forgetProcesses(files: StateFiles): void {
  rmSync(files.processes, { force: true });
}

/**
 * Makes sure that nobody works on the directory. A running devnet is left alone. An anvil whose devnet was killed still
 * holds the newest blocks: they are saved, and it is ended.
 * @throws {StateInUseError} when a devnet runs on it
 */
export async function takeOver(files: StateFiles): Promise<void> {
  if (!existsSync(files.processes)) return;
  const processes = JSON.parse(readFileSync(files.processes, "utf8")) as Processes;
  const { devnetPid, anvilPid, secondPort } = processes;
  if (isAlive(devnetPid) && (await answers(secondPort)))
    throw new StateInUseError({ stateDir: files.dir, pid: devnetPid });
  if (isAlive(anvilPid) && (await isOurChain(processes))) {
    await saveHead(createRpc(`http://127.0.0.1:${processes.anvilPort}`), files);
    await end(anvilPid);
  }
  forgetProcesses(files);
}

/** SIGTERM: anvil then writes its dump with the historical states. */
async function end(pid: number): Promise<void> {
  process.kill(pid, "SIGTERM");
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    // EPERM: alive, and another user's.
    return true;
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** A process id and a port may both have gone to others since: only our own chain has this block 1. */
async function isOurChain({ anvilPort, block1Hash }: Processes): Promise<boolean> {
  try {
    const block = await createRpc(`http://127.0.0.1:${anvilPort}`)<{ hash: Hex } | null>(
      "eth_getBlockByNumber",
      "0x1",
      false,
    );
    return block?.hash === block1Hash;
  } catch (error) {
    if (error instanceof RpcError || error instanceof TypeError || error instanceof SyntaxError) return false;
    throw error;
  }
}
