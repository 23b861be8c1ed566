import { createPublicClient, custom, type Hex, type PublicClient, toHex } from "viem";
import { DevnetTransactionError } from "../errors.ts";
import { createRpc, type Rpc } from "./rpc.ts";
import type { DevnetTransaction } from "./transaction.ts";

const defaultGas = 7_000_000n;
/** So high that the devnet's own accounts pay any base fee, in a gas spike too. */
const maxFeePerGas = 100_000n * 10n ** 9n;

/** What the devnet's own code needs of its node. */
export interface Chain {
  readonly url: string;
  readonly rpc: Rpc;
  readonly reader: PublicClient;
  /** Hands a transaction to the node; it waits there for the next block. */
  send(transaction: DevnetTransaction): Promise<Hex>;
  /**
   * Mines one block with what waits.
   * @throws {RpcError} when the timestamp is not after the parent's
   */
  mine(block: { timestamp: number; baseFeeWei: bigint }): Promise<void>;
  /** @throws {DevnetTransactionError} when one of them is not in the newest block, or has reverted there */
  requireSuccess(sent: readonly SentTransaction[]): Promise<void>;
}

/** A transaction that was handed to the node. */
export interface SentTransaction {
  readonly what: string;
  readonly hash: Hex;
}

/** Talks to the node at a URL. Nothing is cached: the caller mines. */
export function connectChain(url: string): Chain {
  const rpc = createRpc(url);
  const request = ({ method, params = [] }: { method: string; params?: readonly unknown[] }) =>
    rpc(method, ...params);
  const reader = createPublicClient({ transport: custom({ request }, { retryCount: 0 }), cacheTime: 0 });
  return {
    url,
    rpc,
    reader,
    send: (transaction) => send(rpc, transaction),
    mine: async ({ timestamp, baseFeeWei }) => {
      await rpc("anvil_setNextBlockBaseFeePerGas", toHex(baseFeeWei));
      await rpc("evm_mine", { timestamp });
    },
    requireSuccess: (sent) => requireSuccess(rpc, sent),
  };
}

function send(rpc: Rpc, { from, to, data, value = 0n, gas = defaultGas }: DevnetTransaction): Promise<Hex> {
  const fees = { maxFeePerGas: toHex(maxFeePerGas), maxPriorityFeePerGas: toHex(10n ** 8n) };
  return rpc<Hex>("eth_sendTransaction", { from, to, data, value: toHex(value), gas: toHex(gas), ...fees });
}

interface Receipt {
  readonly transactionHash: Hex;
  readonly status: Hex;
}

async function requireSuccess(rpc: Rpc, sent: readonly SentTransaction[]): Promise<void> {
  if (sent.length === 0) return;
  const receipts = await rpc<readonly Receipt[]>("eth_getBlockReceipts", "latest");
  for (const { what, hash } of sent) {
    const receipt = receipts.find((one) => one.transactionHash === hash);
    if (receipt === undefined)
      throw new DevnetTransactionError({ what, hash, reason: "the block did not take it" });
    if (receipt.status !== "0x1") throw new DevnetTransactionError({ what, hash, reason: "it reverted" });
  }
}
