import { randomBytes } from "node:crypto";
import { getSingletonFactoryInfo } from "@safe-global/safe-singleton-factory";
import { type Address, bytesToHex, type Hex, toHex } from "viem";
import { devnetAccounts } from "../accounts.ts";
import type { Chain } from "../chain/chain.ts";
import { runBlock } from "../chain/runBlock.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { loadContracts } from "../solidity/loadContracts.ts";
import { contractDeployments, safeDeployments } from "./deployContracts.ts";
import { openEigenLayer } from "./eigenLayer.ts";
import { fundMarketMaker, fundTreasury, investTreasury } from "./fundAccounts.ts";
import { fundPools, makePools } from "./openPools.ts";
import { firstDeposits, firstReports, openWithdrawals, wrapAll } from "./openVenues.ts";
import { treasurySafes } from "./treasurySafes.ts";

const operator = devnetAccounts.operator.address;
const chainId = 31337;
/** What a block of 60,000,000 gas can take at the gas limit that each is given. */
const deploymentsPerBlock = 4;
const callsPerBlock = 8;
const ether = 10n ** 18n;
const deadAddress = "0x000000000000000000000000000000000000dEaD";

/**
 * Builds the devnet on an empty chain: Safe, Uniswap, protocols, feeds, pools, treasury.
 * @param startTimestamp of block 1; the others follow, a second each, fewer than 60 in all
 * @param poolDepthWei see `poolDeposit`
 * @throws {DevnetTransactionError} when a step fails
 */
export async function deployDevnet(
  chain: Chain,
  { startTimestamp, poolDepthWei }: { startTimestamp: number; poolDepthWei: bigint },
): Promise<void> {
  const compiling = loadContracts();
  let timestamp = startTimestamp;
  const run = async (transactions: readonly DevnetTransaction[]) => {
    await runBlock(chain, { timestamp, transactions });
    timestamp += 1;
  };
  await dropBlockHashRing(chain);
  await giveEther(chain);
  await run([salt()]);
  const factory = await deploySingletonFactory(chain);
  await run([]);
  for (const block of chunks(safeDeployments(factory), callsPerBlock)) await run(block);
  for (const block of chunks(contractDeployments(await compiling), deploymentsPerBlock)) await run(block);
  const stock = 100n * poolDepthWei + 100_000n * ether;
  for (const block of [
    firstDeposits(),
    firstReports(),
    wrapAll(3n * stock),
    makePools(),
    fundPools(poolDepthWei),
  ])
    await run(block);
  const opening = [...openWithdrawals(), ...openEigenLayer(), ...fundTreasury(), ...fundMarketMaker(stock)];
  for (const block of chunks(opening, callsPerBlock)) await run(block);
  await asSafes(chain, async () => {
    for (const block of chunks(investTreasury(), callsPerBlock)) await run(block);
  });
}

/** The Safes act before anybody could sign for them: the node sends as they, and takes back the ether that it lent for gas. */
async function asSafes({ rpc }: Chain, act: () => Promise<void>): Promise<void> {
  for (const { address } of treasurySafes) {
    await rpc("anvil_impersonateAccount", address);
    await rpc("anvil_setBalance", address, toHex(10_000n * ether));
  }
  await act();
  for (const { address } of treasurySafes) {
    await rpc("anvil_setBalance", address, "0x0");
    await rpc("anvil_stopImpersonatingAccount", address);
  }
}

/** Random data in block 1 gives each chain a hash of its own there, while every address stays the same. */
function salt(): DevnetTransaction {
  return { what: "salt", from: operator, to: deadAddress, data: bytesToHex(randomBytes(32)) };
}

/**
 * EIP-2935's contract stores each block's hash, 0.6 MB in the end, and anvil repeats its storage in every state that it
 * keeps. Nothing on the devnet reads it; without code it stores nothing.
 */
async function dropBlockHashRing({ rpc }: Chain): Promise<void> {
  await rpc("anvil_setCode", "0x0000F90827F1C53a10cb7A02335B175320002935", "0x");
}

async function giveEther(chain: Chain): Promise<void> {
  await chain.rpc("anvil_setBalance", operator, toHex(100_000_000n * ether));
  for (const role of ["marketMaker", "reporter", "governor", "operatorA", "operatorB"] as const)
    await chain.rpc("anvil_setBalance", devnetAccounts[role].address, toHex(1_000_000n * ether));
}

async function deploySingletonFactory(chain: Chain): Promise<Address> {
  const info = getSingletonFactoryInfo(chainId);
  if (info === undefined)
    throw new TypeError(`safe-singleton-factory has no transaction for chain ${chainId}`);
  await chain.rpc("anvil_setBalance", info.signerAddress, toHex(ether));
  await chain.rpc("eth_sendRawTransaction", info.transaction as Hex);
  return info.address as Address;
}

function chunks(transactions: readonly DevnetTransaction[], size: number): DevnetTransaction[][] {
  const count = Math.ceil(transactions.length / size);
  return Array.from({ length: count }, (_, i) => transactions.slice(i * size, (i + 1) * size));
}
