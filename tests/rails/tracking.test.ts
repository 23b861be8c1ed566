import {
  BlockGoneError,
  buildRejection,
  encodeSignatures,
  executionCalldata,
  type SafeSignature,
  safeTransactionHashes,
  safeTransactionTypedData,
  trackAccount,
} from "@ballast/adapters";
import type { Address, BlockRef, SafeTransaction } from "@ballast/core";
import { encodeFunctionData, parseAbi } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { now, openTreasury, send, type Treasury } from "./treasury.ts";

const SAFE = parseAbi([
  "function enableModule(address module)",
  "function changeThreshold(uint256 threshold)",
]);
const MODULE: Address = "0x000000000000000000000000000000000000c0de";

let treasury: Treasury;
beforeAll(async () => {
  treasury = await openTreasury();
});
afterAll(() => treasury.stop());

async function execute(transaction: SafeTransaction) {
  const signatures = await Promise.all(
    treasury.owners.map(
      async (owner): Promise<SafeSignature> => ({
        kind: "ecdsa",
        owner: owner.address.toLowerCase() as Address,
        signature: await owner.signTypedData(safeTransactionTypedData(transaction, treasury.account)),
      }),
    ),
  );
  const data = executionCalldata(transaction, encodeSignatures(signatures));
  return send(treasury, { to: treasury.account.address, data });
}

const track = (
  fromBlock: BlockRef,
  { toBlock, blocksPerRequest = 2n }: { toBlock: BlockRef; blocksPerRequest?: bigint },
) => {
  const { source, account, deployment } = treasury;
  return trackAccount({
    source,
    account,
    deployment,
    fromBlock: fromBlock.number,
    toBlock,
    blocksPerRequest,
  });
};

describe("trackAccount", () => {
  it("tells executions with their nonces and every change of configuration, over several questions", async () => {
    const { block: start, safe } = await now(treasury);
    const configure = (nonce: bigint, data: SafeTransaction["data"]) =>
      execute({ ...buildRejection(treasury.account, nonce), data });
    const module = encodeFunctionData({ abi: SAFE, functionName: "enableModule", args: [MODULE] });
    const threshold = encodeFunctionData({ abi: SAFE, functionName: "changeThreshold", args: [3n] });
    const first = await configure(safe.nonce, module);
    await treasury.devnet.mineBlock();
    const second = await configure(safe.nonce + 1n, threshold);
    const { block: toBlock } = await now(treasury);

    const facts = await track(start, { toBlock });
    expect(facts.safe).toMatchObject({ nonce: safe.nonce + 2n, modules: [MODULE], threshold: 3n });
    expect(facts.executions).toMatchObject([
      {
        nonce: safe.nonce,
        success: true,
        at: { transactionHash: first.transactionHash, blockHash: first.blockHash },
      },
      { nonce: safe.nonce + 1n, success: true, at: { transactionHash: second.transactionHash } },
    ]);
    const hash = safeTransactionHashes(
      { ...buildRejection(treasury.account, safe.nonce), data: module },
      treasury.account,
    );
    expect(facts.executions[0]?.safeTxHash).toBe(hash.safeTxHash);
    expect(facts.configuration).toMatchObject([
      { change: "module-enabled", value: MODULE },
      { change: "threshold-changed", value: 3n },
    ]);
    expect(await track(start, { toBlock, blocksPerRequest: 1_000n })).toEqual(facts);
  });

  it("reads a single block by its hash", async () => {
    const { safe } = await now(treasury);
    await execute(buildRejection(treasury.account, safe.nonce));
    const { block } = await now(treasury);
    expect((await track(block, { toBlock: block })).executions).toMatchObject([{ nonce: safe.nonce }]);
  });

  it("withdraws what a reorganisation undid", async () => {
    await treasury.devnet.mineBlock();
    const { block: start, safe } = await now(treasury);
    await execute(buildRejection(treasury.account, safe.nonce));
    const { block: seen } = await now(treasury);
    expect((await track(start, { toBlock: seen })).executions).toHaveLength(1);

    await treasury.client.request({ method: "anvil_reorg" as never, params: [1, []] as never });
    await expect(track(start, { toBlock: seen })).rejects.toThrow(BlockGoneError);
    const { block: instead } = await now(treasury);
    expect(instead.number).toBe(seen.number);
    expect((await track(start, { toBlock: instead })).executions).toEqual([]);
  });
});
