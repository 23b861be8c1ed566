import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Address, encodeDeployData, getContractAddress, toHex } from "viem";
import { devnetAccounts } from "../accounts.ts";
import { spawnAnvil } from "../anvil/spawnAnvil.ts";
import { type AttemptedTransaction, attemptBlock } from "../chain/attemptBlock.ts";
import { type Chain, connectChain } from "../chain/chain.ts";
import { runBlock } from "../chain/runBlock.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { genesisTimestamp } from "../genesis.ts";
import type { Artifact } from "../solidity/artifact.ts";
import { type ContractName, loadContracts } from "../solidity/loadContracts.ts";

/** A chain for tests with nothing on it, a second per block. */
export interface EmptyChain {
  readonly chain: Chain;
  /** Mines one block with the transactions. @param seconds after the head, 1 unless told */
  run(transactions: readonly DevnetTransaction[], seconds?: number): Promise<void>;
  /** Mines one block with the transactions, whether they succeed or revert. */
  attempt(transactions: readonly DevnetTransaction[]): Promise<readonly AttemptedTransaction[]>;
  deploy(name: ContractName, args?: readonly unknown[]): Promise<Address>;
  /** The operator's transaction that deploys a contract; its address follows from the operator's nonce. */
  creation(name: ContractName, args?: readonly unknown[]): DevnetTransaction;
  readonly artifacts: Readonly<Record<ContractName, Artifact>>;
  stop(): Promise<void>;
}

const ether = 10n ** 18n;
/** The longest of our contracts costs 10 million to deploy. */
const creationGas = 16_000_000n;

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
  const attempt = async (transactions: readonly DevnetTransaction[]) => {
    timestamp += 1;
    return attemptBlock(chain, { timestamp, transactions });
  };
  const creation = (name: ContractName, args: readonly unknown[] = []) => {
    const { abi, bytecode } = artifacts[name];
    const data = encodeDeployData({ abi, bytecode, args: [...args] });
    return { what: name, from: operator, data, gas: creationGas };
  };
  const deploy = async (name: ContractName, args: readonly unknown[] = []) => {
    const nonce = BigInt(await chain.reader.getTransactionCount({ address: operator }));
    await run([creation(name, args)]);
    return getContractAddress({ from: operator, nonce });
  };
  const stop = async () => {
    await anvil.kill();
    rmSync(dir, { recursive: true });
  };
  return { chain, run, attempt, deploy, creation, artifacts, stop };
}
