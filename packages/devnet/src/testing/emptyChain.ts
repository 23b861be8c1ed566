import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Address, encodeDeployData, getContractAddress, toHex } from "viem";
import { devnetAccounts } from "../accounts.ts";
import { spawnAnvil } from "../anvil/spawnAnvil.ts";
import { type Chain, connectChain } from "../chain/chain.ts";
import { runBlock } from "../chain/runBlock.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { genesisTimestamp } from "../genesis.ts";
import { type ContractName, loadContracts } from "../solidity/loadContracts.ts";

/** A chain for tests with nothing on it, a second per block. */
export interface EmptyChain {
  readonly chain: Chain;
  /** Mines one block with the transactions. @param seconds after the head, 1 unless told */
  run(transactions: readonly DevnetTransaction[], seconds?: number): Promise<void>;
  deploy(name: ContractName, args?: readonly unknown[]): Promise<Address>;
  stop(): Promise<void>;
}

const ether = 10n ** 18n;

export async function startEmptyChain(): Promise<EmptyChain> {
  const dir = mkdtempSync(join(tmpdir(), "ballast-empty-chain-"));
  const start = { port: 0, dumpFile: join(dir, "dump.json"), from: { timestamp: genesisTimestamp } };
  const anvil = await spawnAnvil({ ...start, onSpawn: Number });
  const chain = connectChain(`http://127.0.0.1:${anvil.port}`);
  const artifacts = await loadContracts();
  const operator = devnetAccounts.operator.address;
  await chain.rpc("anvil_setBalance", operator, toHex(100_000_000n * ether));
  let timestamp = genesisTimestamp;
  const run = async (transactions: readonly DevnetTransaction[], seconds = 1) => {
    timestamp += seconds;
    await runBlock(chain, { timestamp, transactions });
  };
  const deploy = async (name: ContractName, args: readonly unknown[] = []) => {
    const nonce = BigInt(await chain.reader.getTransactionCount({ address: operator }));
    const { abi, bytecode } = artifacts[name];
    await run([{ what: name, from: operator, data: encodeDeployData({ abi, bytecode, args: [...args] }) }]);
    return getContractAddress({ from: operator, nonce });
  };
  const stop = async () => {
    await anvil.kill();
    rmSync(dir, { recursive: true });
  };
  return { chain, run, deploy, stop };
}
