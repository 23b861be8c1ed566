/**
 * Records what each venue and route reads from a devnet: `node tests/conformance/record.ts [id…]`. Run it after a change
 * of what they read; commit the files under `recordings/`.
 */
import {
  adapters,
  createPinnedReader,
  createSource,
  loadDeployment,
  type PinnedReader,
  pinBlock,
  routes,
} from "@ballast/adapters";
import { type AccountRef, address, sourceId } from "@ballast/core";
import { startDevnet, treasurySafes } from "@ballast/devnet";
import { type Exchange, saveRecording } from "./recording.ts";

type Call = { readonly id: number; readonly method: string; readonly params: readonly unknown[] };

/** A fetch that keeps what was asked and answered. */
function recordingFetch(exchanges: Exchange[]): typeof fetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    const calls = JSON.parse(String(init?.body)) as Call[];
    const replies = (await response.clone().json()) as { id: number; result: unknown }[];
    for (const { id, method, params } of calls) {
      exchanges.push({ method, params, result: replies.find((reply) => reply.id === id)?.result });
    }
    return response;
  };
}

const deployment = loadDeployment("devnet");
const accounts: readonly AccountRef[] = treasurySafes.map((safe) => ({
  rail: "safe",
  chainId: deployment.chainId,
  address: address(safe.address),
}));
const readers: readonly (readonly [string, (reader: PinnedReader) => Promise<unknown>])[] = [
  ...adapters.map(
    (adapter) =>
      [adapter.id, (reader: PinnedReader) => adapter.read({ reader, deployment, accounts })] as const,
  ),
  ...routes.map(
    (route) => [route.id, (reader: PinnedReader) => route.readCurves({ reader, deployment })] as const,
  ),
];

const wanted = process.argv.slice(2);
const devnet = await startDevnet({ mining: "manual", historyDays: 1 });
try {
  const [url] = devnet.rpcUrls;
  const plain = createSource({ id: sourceId("devnet"), url, timeoutMs: 10_000 });
  const { block } = await pinBlock({
    chainId: deployment.chainId,
    sources: [plain],
    lagRetries: 0,
    pause: () => Promise.resolve(),
    maxLag: 0n,
  });
  for (const [id, read] of readers) {
    if (wanted.length > 0 && !wanted.includes(id)) continue;
    const exchanges: Exchange[] = [];
    const source = createSource({
      id: sourceId("devnet"),
      url,
      timeoutMs: 10_000,
      fetch: recordingFetch(exchanges),
    });
    await read(createPinnedReader({ source, block, multicall: deployment.multicall }));
    saveRecording(id, { deployment: deployment.name, block, accounts, exchanges });
    console.log(`${id}: ${exchanges.length} calls at block ${block.number}`);
  }
} finally {
  await devnet.stop();
}
