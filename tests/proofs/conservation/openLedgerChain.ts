import { createSource } from "@ballast/adapters";
import { sourceId } from "@ballast/core";
import { devnetAccounts, startDevnet } from "@ballast/devnet";
import {
  type Address,
  createPublicClient,
  encodeFunctionData,
  type Hex,
  http,
  parseEther,
  toHex,
} from "viem";
import { ABI } from "./ledgerAbi.ts";
import { PLACES } from "./places.ts";

/** A call of somebody's; the account's own unless told. */
export type Call = {
  readonly from?: Address;
  readonly to: Address;
  readonly data: Hex;
  readonly value?: bigint;
};

type Receipt = { readonly status: Hex };
const BLOCK_SECONDS = 4n;

/** A devnet of its own: no growth but what a step makes, no gas price, blocks only when asked for. */
export async function openLedgerChain() {
  const devnet = await startDevnet({ mining: "manual", historyDays: 0 });
  const [url] = devnet.rpcUrls;
  const client = createPublicClient({ transport: http(url, { batch: true, retryCount: 0 }), cacheTime: 0 });
  const rpc = <Result>(method: string, ...params: readonly unknown[]) =>
    client.request({ method, params } as never) as Promise<Result>;

  const block = async (calls: readonly Call[], seconds = BLOCK_SECONDS): Promise<void> => {
    const { timestamp } = await client.getBlock({ blockTag: "latest" });
    await rpc("anvil_setNextBlockBaseFeePerGas", "0x0");
    for (const { from = PLACES.account.address, to, data, value = 0n } of calls) {
      const sent = { from, to, data, value: toHex(value), gas: toHex(7_000_000), gasPrice: "0x0" };
      await rpc("eth_sendTransaction", sent);
    }
    await rpc("evm_mine", { timestamp: Number(timestamp + seconds) });
    const receipts = await rpc<readonly Receipt[]>("eth_getBlockReceipts", "latest");
    const failed = receipts.findIndex(({ status }) => status !== "0x1");
    if (receipts.length !== calls.length || failed >= 0)
      throw new Error(`call ${failed} of ${calls.length} was not taken: ${calls[failed]?.data.slice(0, 10)}`);
  };

  await rpc("anvil_autoImpersonateAccount", true);
  await rpc("anvil_setBalance", PLACES.account.address, toHex(parseEther("200")));
  const noGrowth = encodeFunctionData({ abi: ABI, functionName: "setAprBps", args: [0n] });
  const from = devnetAccounts.operator.address;
  await block([PLACES.stETH, PLACES.pool].map((to) => ({ from, to, data: noGrowth })));
  // As on mainnet, much of ether.fi's ether is with validators: only there a report can find less of it.
  const half = parseEther("1300000");
  const data = encodeFunctionData({ abi: ABI, functionName: "fundValidators", args: [half] });
  await block([{ from, to: PLACES.pool, data }]);
  return {
    client,
    source: createSource({ id: sourceId("rpc-1"), url, timeoutMs: 10_000 }),
    /** Mines one block with the calls, each of which must succeed. */
    block,
    mine: (blocks: number) => rpc("anvil_mine", toHex(blocks), toHex(BLOCK_SECONDS)),
    snapshot: () => rpc<Hex>("evm_snapshot"),
    revert: (id: Hex) => rpc<boolean>("evm_revert", id),
    stop: devnet.stop,
  };
}

export type LedgerChain = Awaited<ReturnType<typeof openLedgerChain>>;
