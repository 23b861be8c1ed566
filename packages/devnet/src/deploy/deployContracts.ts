import { type Address, concatHex, encodeDeployData, type Hex, zeroHash } from "viem";
import { devnetAccounts } from "../accounts.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import type { Artifact } from "../solidity/artifact.ts";
import type { ContractName } from "../solidity/loadContracts.ts";
import { type OperatorDeployment, operatorDeployments } from "./operatorDeployments.ts";
import { recipes } from "./recipes.ts";
import { safeContracts } from "./safeContracts.ts";

const operator = devnetAccounts.operator.address;
/** For code of the largest size that a contract may have, not optimised. */
export const deploymentGas = 14_000_000n;

/**
 * The nine canonical Safe contracts, each through the singleton factory with salt 0. Sent by the reporter, so that the
 * operator's nonces count its own deployments only.
 */
export function safeDeployments(singletonFactory: Address): DevnetTransaction[] {
  return Object.entries(safeContracts).map(([name, { artifact }]) => ({
    what: `deploy Safe's ${name}`,
    from: devnetAccounts.reporter.address,
    to: singletonFactory,
    data: concatHex([zeroHash, artifact.bytecode]),
  }));
}

/** Everything else, in the order that fixes the addresses. */
export function contractDeployments(own: Record<ContractName, Artifact>): DevnetTransaction[] {
  return operatorDeployments.map((name) => ({
    what: `deploy ${name}`,
    from: operator,
    data: initCode(name, own),
    gas: deploymentGas,
  }));
}

/** What a transaction carries that deploys one of them anew. */
export function initCode(name: OperatorDeployment, own: Record<ContractName, Artifact>): Hex {
  const { artifact, args = [] } = recipes(own)[name];
  return encodeDeployData({ abi: artifact.abi, bytecode: artifact.bytecode, args: [...args] });
}
