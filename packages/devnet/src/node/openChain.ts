import { existsSync, rmSync } from "node:fs";
import { type AnvilProcess, type AnvilStart, spawnAnvil } from "../anvil/spawnAnvil.ts";
import { type Chain, connectChain } from "../chain/chain.ts";
import { deployDevnet } from "../deploy/deployDevnet.ts";
import { operatorAddresses } from "../deploy/operatorDeployments.ts";
import { AnvilStartError, ClockError, OlderChainError } from "../errors.ts";
import { genesisTimestamp } from "../genesis.ts";
import { layDownHistory } from "../history/layDownHistory.ts";
import { recordProcesses } from "../state/processes.ts";
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
  /** the head with which this anvil began: 0 for a new chain */
  readonly firstBlock: number;
}

/** The deployment's own blocks, a second each, all fit into this time after block 1. */
export const deploymentSeconds = 60;
const ether = 10n ** 18n;

interface Opening {
  readonly files: StateFiles;
  readonly port: number;
  readonly past: PastOptions;
  readonly onProgress: (line: string) => void;
}

/**
 * Continues the saved chain, or begins a new one with its history.
 * @throws {OlderChainError} when the saved chain lacks contracts of this version
 * @throws {ClockError} when the wall clock stands before genesis and history
 */
export async function openChain(opening: Opening): Promise<OpenedChain> {
  await keepHistory(opening.files);
  return existsSync(opening.files.head) ? continueChain(opening) : beginChain(opening);
}

async function continueChain(opening: Opening): Promise<OpenedChain> {
  const { files, onProgress } = opening;
  onProgress("continuing the saved chain");
  try {
    return await load(opening);
  } catch (error) {
    if (!(error instanceof AnvilStartError) || !existsSync(files.history)) throw error;
    onProgress("the saved historical states cannot be loaded; continuing without them");
    rmSync(files.history);
    return load(opening);
  }
}

async function load({ files, port }: Opening): Promise<OpenedChain> {
  await prepareRestore(files);
  try {
    const opened = await launch({ files, port, from: { loadFile: files.restore } });
    // anvil counts time from its own start, whatever it has loaded: the next block may follow the head.
    const { timestamp, number } = await opened.chain.reader.getBlock();
    await opened.chain.rpc("evm_setTime", Number(timestamp));
    await requireContracts(opened);
    return { ...opened, firstBlock: Number(number) };
  } finally {
    rmSync(files.restore, { force: true });
  }
}

/** @throws {OlderChainError} when the saved chain was made by a version of the devnet with other contracts */
async function requireContracts({ anvil, chain }: OpenedChain): Promise<void> {
  for (const [name, address] of Object.entries(operatorAddresses)) {
    const code = await chain.reader.getCode({ address });
    if (code !== undefined) continue;
    await anvil.kill();
    throw new OlderChainError(name);
  }
}

async function beginChain({ files, port, past, onProgress }: Opening): Promise<OpenedChain> {
  const end = wallClock() - past.historyEndSecondsAgo;
  const startTimestamp = end - past.historyDays * 86_400 - deploymentSeconds;
  const earliestSeconds = genesisTimestamp + (wallClock() - startTimestamp) + 1;
  if (wallClock() < earliestSeconds) throw new ClockError({ nowSeconds: wallClock(), earliestSeconds });
  const opened = await launch({ files, port, from: { timestamp: genesisTimestamp } });
  try {
    onProgress("deploying Safe, Uniswap, the protocols and the treasury");
    await deployDevnet(opened.chain, { startTimestamp, poolDepthWei: past.poolDepthEth * ether });
    onProgress(`living through ${past.historyDays} days of history`);
    await layDownHistory(opened.chain, { to: end });
    return opened;
  } catch (error) {
    await opened.anvil.kill();
    throw error;
  }
}

async function launch({
  files,
  ...start
}: Pick<AnvilStart, "port" | "from"> & { files: StateFiles }): Promise<OpenedChain> {
  const onSpawn = (anvilPid: number) =>
    recordProcesses(files, { devnetPid: process.pid, anvilPid, anvilPort: null, firstBlock: 0 });
  const anvil = await spawnAnvil({ ...start, dumpFile: files.dump, onSpawn });
  const chain = connectChain(`http://127.0.0.1:${anvil.port}`);
  await chain.rpc("anvil_setLoggingEnabled", false);
  return { anvil, chain, firstBlock: 0 };
}
