import { type Address, encodeFunctionData, getContractAddress, type Hex, parseAbi, zeroAddress } from "viem";
import { devnetAccounts } from "../accounts.ts";
import type { ContractName } from "../solidity/loadContracts.ts";
import type { EmptyChain } from "./emptyChain.ts";

/** All in blocks. */
export interface EigenlayerDelays {
  readonly minWithdrawal: number;
  readonly deallocation: number;
  readonly allocationConfiguration: number;
}

/** Fresh contracts, behind proxies; each strategy has a token of its own that the operator mints. */
export interface EigenlayerContracts {
  readonly delegation: Address;
  readonly strategies: Address;
  readonly allocations: Address;
  readonly pods: Address;
  readonly tokens: readonly { readonly token: Address; readonly strategy: Address }[];
}

const operator = devnetAccounts.operator.address;
/** It must not be somebody who calls through the proxies. */
const proxyAdmin = devnetAccounts.reporter.address;
const version = "1.0.0";

const setupAbi = {
  manager: parseAbi(["function initialize(uint256 initialPausedStatus)"]),
  owned: parseAbi(["function initialize(address initialOwner, uint256 initialPausedStatus)"]),
  strategies: parseAbi([
    "function initialize(address initialOwner, address initialStrategyWhitelister, uint256 initialPausedStatus)",
  ]),
  strategy: parseAbi(["function initialize(address underlyingToken)"]),
};

/** What is deployed, by a name of ours. An entry's address is known before: the contracts name one another. */
type Parts = Readonly<Record<string, { name: ContractName; args: (at: At) => readonly unknown[] }>>;
type At = (key: string) => Address;

/** Deploys EigenLayer with the operator as every administrator, in one block. */
export async function deployEigenlayer(
  empty: EmptyChain,
  { delays, tokens }: { delays: EigenlayerDelays; tokens: number },
): Promise<EigenlayerContracts> {
  const parts: Parts = { ...implementations(delays), ...proxies(), ...strategies(tokens) };
  const nonce = BigInt(await empty.chain.reader.getTransactionCount({ address: operator }));
  const addresses = new Map(
    Object.keys(parts).map((key, index) => [
      key,
      getContractAddress({ from: operator, nonce: nonce + BigInt(index) }),
    ]),
  );
  const at: At = (key) => addresses.get(key) ?? zeroAddress;
  await empty.run(Object.values(parts).map(({ name, args }) => empty.creation(name, args(at))));
  return {
    delegation: at("delegation"),
    strategies: at("strategies"),
    allocations: at("allocations"),
    pods: at("pods"),
    tokens: Array.from({ length: tokens }, (_, index) => ({
      token: at(`token${index}`),
      strategy: at(`strategy${index}`),
    })),
  };
}

function implementations({ minWithdrawal, deallocation, allocationConfiguration }: EigenlayerDelays): Parts {
  return {
    registry: { name: "PauserRegistry", args: () => [[operator], operator] },
    strategiesCode: {
      name: "StrategyManager",
      args: (at) => [at("allocations"), at("delegation"), at("registry"), version],
    },
    delegationCode: {
      name: "DelegationManager",
      args: (at) => [at("strategies"), at("pods"), at("allocations"), at("registry"), minWithdrawal, version],
    },
    allocationsCode: {
      name: "AllocationManager",
      args: (at) => [at("delegation"), zeroAddress, at("registry"), deallocation, allocationConfiguration],
    },
    podsCode: { name: "EigenPodManager", args: (at) => [at("delegation"), at("registry")] },
    strategyCode: { name: "StrategyBase", args: (at) => [at("strategies"), at("registry")] },
  };
}

function proxies(): Parts {
  const functionName = "initialize";
  const manager = () => encodeFunctionData({ abi: setupAbi.manager, functionName, args: [0n] });
  return {
    strategies: proxyOf("strategiesCode", () =>
      encodeFunctionData({ abi: setupAbi.strategies, functionName, args: [operator, operator, 0n] }),
    ),
    delegation: proxyOf("delegationCode", manager),
    allocations: proxyOf("allocationsCode", manager),
    pods: proxyOf("podsCode", () =>
      encodeFunctionData({ abi: setupAbi.owned, functionName, args: [operator, 0n] }),
    ),
  };
}

function strategies(tokens: number): Parts {
  const indices = Array.from({ length: tokens }, (_, index) => index);
  const setup = (index: number) => (at: At) =>
    encodeFunctionData({
      abi: setupAbi.strategy,
      functionName: "initialize",
      args: [at(`token${index}`)],
    });
  return Object.fromEntries(
    indices.flatMap((index) => [
      [`token${index}`, { name: "MintableToken", args: () => [`Token ${index}`, `T${index}`] }],
      [`strategy${index}`, proxyOf("strategyCode", setup(index))],
    ]),
  );
}

function proxyOf(code: string, setup: (at: At) => Hex): Parts[string] {
  return { name: "UpgradeableProxy", args: (at) => [at(code), proxyAdmin, setup(at)] };
}
