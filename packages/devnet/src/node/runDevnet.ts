import { rmSync } from "node:fs";
import { devnetAccounts } from "../accounts.ts";
import { forwardPort } from "../anvil/forwardPort.ts";
import type { Chain } from "../chain/chain.ts";
import type { ResolvedOptions } from "../options.ts";
import { scenarioNamed } from "../scenarios/scenarios.ts";
import { canKeepHistory } from "../state/canKeepHistory.ts";
import { createHeadSaver } from "../state/headSaver.ts";
import { forgetProcesses, recordProcesses } from "../state/processes.ts";
import { forgetHistory, keepHistory, saveHead } from "../state/savedState.ts";
import type { StateFiles } from "../state/stateFiles.ts";
import { writeFileAtomically } from "../state/writeFileAtomically.ts";
import { createBlockClock } from "./blockClock.ts";
import type { Devnet } from "./devnet.ts";
import { endOfNode } from "./endOfNode.ts";
import { createLiveChain, wallClock } from "./liveChain.ts";
import { deploymentSeconds, type OpenedChain } from "./openChain.ts";

/** The present of an opened chain: blocks, saves, the second endpoint, and the end. */
export async function runDevnet(
  opened: OpenedChain,
  { files, options }: { files: StateFiles; options: ResolvedOptions },
): Promise<Devnet> {
  const { anvil, chain } = opened;
  const { blockSeconds, mining, port, onError } = options;
  const nextTimestamp = (head: number) => (mining === "manual" ? head + blockSeconds : wallClock());
  const live = createLiveChain({ chain, nextTimestamp, moodFile: files.mood });
  const second = await forwardPort(anvil.port, port === 0 ? 0 : port + 1);
  const identity = await identify(chain);
  const { pid: anvilPid, port: anvilPort } = anvil;
  recordProcesses(files, { devnetPid: process.pid, anvilPid, anvilPort, firstBlock: opened.firstBlock });
  writeFileAtomically(files.proposerKey, Buffer.from(devnetAccounts.proposer.privateKey));
  const save = () => saveHead(chain.rpc, files);
  const saver = createHeadSaver({ save, minSeconds: 4, now: () => Date.now() });
  await saver.saveNow();
  const beat = () => live.mineBlock().then(saver.saveIfDue);
  const clock = createBlockClock({ seconds: blockSeconds, work: beat, onError });
  if (mining === "interval") clock.resume();
  const end = endOfNode(anvil);
  const isTemporary = options.stateDir === undefined;
  // A test that ends early stops nothing itself; a kept chain instead waits for the next start to save it.
  const killAtExit = () => void anvil.kill();
  if (isTemporary) process.once("exit", killAtExit);
  const stop = async () => {
    const isThere = end.expect();
    await clock.pause();
    await second.close();
    if (!isTemporary) return leave(opened, { files, isThere });
    await anvil.kill();
    process.off("exit", killAtExit);
    rmSync(files.dir, { recursive: true });
  };
  return {
    rpcUrls: [chain.url, `http://127.0.0.1:${second.port}`],
    ...identity,
    proposerKeyFile: files.proposerKey,
    failed: end.failed,
    mineBlock: live.mineBlock,
    pauseMining: clock.pause,
    resumeMining: clock.resume,
    runScenario: async (name, parameters = {}) => scenarioNamed(name)(live, parameters),
    stop,
  };
}

/** Saves what is to be kept and ends the node. A node that is gone already has left what was saved last. */
async function leave({ anvil, chain, firstBlock }: OpenedChain, { files, isThere }: Leaving): Promise<void> {
  if (isThere) await saveHead(chain.rpc, files);
  if (isThere && (await canKeepHistory(chain.rpc, firstBlock))) {
    await anvil.terminate();
    await keepHistory(files);
  } else {
    await anvil.kill();
    forgetHistory(files);
  }
  forgetProcesses(files);
}

interface Leaving {
  readonly files: StateFiles;
  /** the node still answers */
  readonly isThere: boolean;
}

async function identify({
  reader,
}: Chain): Promise<Pick<Devnet, "genesisHash" | "block1Hash" | "historyBegan">> {
  const genesis = await reader.getBlock({ blockNumber: 0n });
  const block1 = await reader.getBlock({ blockNumber: 1n });
  const historyBegan = Number(block1.timestamp) + deploymentSeconds;
  return { genesisHash: genesis.hash, block1Hash: block1.hash, historyBegan };
}
