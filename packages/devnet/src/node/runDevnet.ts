import { rmSync } from "node:fs";
import type { Hex } from "viem";
import { devnetAccounts } from "../accounts.ts";
import { forwardPort } from "../anvil/forwardPort.ts";
import type { ResolvedOptions } from "../options.ts";
import { scenarioNamed } from "../scenarios/scenarios.ts";
import { createHeadSaver } from "../state/headSaver.ts";
import { forgetProcesses, recordProcesses } from "../state/processes.ts";
import { keepHistory, saveHead } from "../state/savedState.ts";
import type { StateFiles } from "../state/stateFiles.ts";
import { writeFileAtomically } from "../state/writeFileAtomically.ts";
import { createBlockClock } from "./blockClock.ts";
import type { Devnet } from "./devnet.ts";
import { createLiveChain, wallClock } from "./liveChain.ts";
import type { OpenedChain } from "./openChain.ts";

/** The present of an opened chain: blocks, saves, the second endpoint, and the end. */
export async function runDevnet(
  { anvil, chain }: OpenedChain,
  { files, options }: { files: StateFiles; options: ResolvedOptions },
): Promise<Devnet> {
  const { blockSeconds, mining, port, onError } = options;
  const nextTimestamp = (head: number) => (mining === "manual" ? head + blockSeconds : wallClock());
  const live = createLiveChain({ chain, nextTimestamp, moodFile: files.mood });
  const second = await forwardPort(anvil.port, port === 0 ? 0 : port + 1);
  const hashes = { genesisHash: await blockHash(chain, 0n), block1Hash: await blockHash(chain, 1n) };
  recordProcesses(files, {
    devnetPid: process.pid,
    anvilPid: anvil.pid,
    anvilPort: anvil.port,
    secondPort: second.port,
    ...hashes,
  });
  writeFileAtomically(files.proposerKey, Buffer.from(devnetAccounts.proposer.privateKey));
  const saver = createHeadSaver({
    save: () => saveHead(chain.rpc, files),
    minSeconds: 4,
    now: () => Date.now(),
  });
  await saver.saveNow();
  const beat = async () => {
    await live.mineBlock();
    await saver.saveIfDue();
  };
  const clock = createBlockClock({ seconds: blockSeconds, work: beat, onError });
  if (mining === "interval") clock.resume();
  const ending = { asked: false };
  const stop = async () => {
    ending.asked = true;
    await clock.pause();
    await second.close();
    if (options.stateDir === undefined) await anvil.kill().then(() => rmSync(files.dir, { recursive: true }));
    else
      await saver
        .saveNow()
        .then(() => anvil.terminate())
        .then(() => keepHistory(files));
    forgetProcesses(files);
  };
  return {
    rpcUrls: [chain.url, `http://127.0.0.1:${second.port}`],
    ...hashes,
    proposerKeyFile: files.proposerKey,
    failed: unaskedEnd(anvil.exited, ending),
    mineBlock: live.mineBlock,
    pauseMining: clock.pause,
    resumeMining: clock.resume,
    runScenario: (name, parameters = {}) => scenarioNamed(name)(live, parameters),
    stop,
  };
}

function unaskedEnd(exited: Promise<void>, ending: { readonly asked: boolean }): Promise<void> {
  return new Promise((resolve) => {
    exited.then(() => {
      if (!ending.asked) resolve();
    });
  });
}

async function blockHash({ reader }: OpenedChain["chain"], blockNumber: bigint): Promise<Hex> {
  return (await reader.getBlock({ blockNumber })).hash;
}
