import { existsSync, rmSync } from "node:fs";
import { type AnvilProcess, spawnAnvil } from "../anvil/spawnAnvil.ts";
import { type Chain, connectChain } from "../chain/chain.ts";
import { deployDevnet } from "../deploy/deployDevnet.ts";
import { ClockError } from "../errors.ts";
import { genesisTimestamp } from "../genesis.ts";
import { layDownHistory } from "../history/layDownHistory.ts";
import { keepHistory, prepareRestore } from "../state/savedState.ts";
import type { StateFiles } from "../state/stateFiles.ts";
import { wallClock } from "./liveChain.ts";

/** What decides a new chain's past. */
export interface PastOptions {
  readonly historyDays: number;
  /** how long before now history ends; tests then have a past to mine into */
  readonly historyEndSecondsAgo: number;
  readonly poolDepthEth: bigint;
}

/** A running node and the way to talk to it. */
export interface OpenedChain {
  readonly anvil: AnvilProcess;
  readonly chain: Chain;
}

/** Room for the deployment's own blocks, a second each, where no history is asked for. */
const deploymentSeconds = 60;
const ether = 10n ** 18n;

/**
 * Continues the saved chain, or begins a new one with its history.
 * @throws {ClockError} when the wall clock stands before genesis and history
 */
export async function openChain({
  files,
  port,
  past,
  onProgress,
}: {
  files: StateFiles;
  port: number;
  past: PastOptions;
  onProgress: (line: string) => void;
}): Promise<OpenedChain> {
  await keepHistory(files);
  return existsSync(files.head)
    ? continueChain({ files, port, onProgress })
    : beginChain({ files, port, past, onProgress });
}

async function continueChain({
  files,
  port,
  onProgress,
}: {
  files: StateFiles;
  port: number;
  onProgress: (line: string) => void;
}): Promise<OpenedChain> {
  onProgress("continuing the saved chain");
  await prepareRestore(files);
  try {
    return await open(await spawnAnvil({ port, dumpFile: files.dump, from: { loadFile: files.restore } }));
  } finally {
    rmSync(files.restore, { force: true });
  }
}

async function beginChain({
  files,
  port,
  past,
  onProgress,
}: {
  files: StateFiles;
  port: number;
  past: PastOptions;
  onProgress: (line: string) => void;
}): Promise<OpenedChain> {
  const end = wallClock() - past.historyEndSecondsAgo;
  const startTimestamp = end - past.historyDays * 86_400 - deploymentSeconds;
  if (startTimestamp <= genesisTimestamp)
    throw new ClockError({
      nowSeconds: wallClock(),
      earliestSeconds: genesisTimestamp + (wallClock() - startTimestamp) + 1,
    });
  const opened = await open(
    await spawnAnvil({ port, dumpFile: files.dump, from: { timestamp: genesisTimestamp } }),
  );
  onProgress("deploying Safe, Uniswap, the protocols and the treasury");
  await deployDevnet(opened.chain, { startTimestamp, poolDepthWei: past.poolDepthEth * ether });
  onProgress(`living through ${past.historyDays} days of history`);
  await layDownHistory(opened.chain, { to: end });
  return opened;
}

async function open(anvil: AnvilProcess): Promise<OpenedChain> {
  const chain = connectChain(`http://127.0.0.1:${anvil.port}`);
  await chain.rpc("anvil_setLoggingEnabled", false);
  return { anvil, chain };
}
