import { type Address, encodeFunctionData, type Hex, maxUint256, zeroAddress, zeroHash } from "viem";
import { allocationManagerAbi, delegationManagerAbi, erc20Abi, strategyManagerAbi } from "../abis.ts";
import { type DevnetAccount, devnetAccounts } from "../accounts.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { operatorAddresses } from "./operatorDeployments.ts";
import type { treasurySafes } from "./treasurySafes.ts";

const { strategyManager, delegationManager, allocationManager, stETHStrategy, stETH } = operatorAddresses;

/** The one service that the operators secure; the devnet's operator plays it. */
export const avs: Address = devnetAccounts.operator.address;
export const operatorSetId = 1;
/** Half of what is delegated can be slashed. */
const allocatedMagnitude = 5n * 10n ** 17n;
/** Staked by everybody else, so that the treasury is not alone. */
const othersStake = 40_000n * 10n ** 18n;
const firstStake = 10n ** 15n;

const operators = { A: devnetAccounts.operatorA, B: devnetAccounts.operatorB } as const;

export const operatorNamed = (name: keyof typeof operators): DevnetAccount => operators[name];

/** A or B, or its address when it is neither. */
export const operatorOf = (address: Address): string =>
  Object.entries(operators).find(([, account]) => account.address === address)?.[0] ?? address;

/** Operators register, the AVS makes its operator set, both operators join it and allocate to it; others stake. */
export function openEigenLayer(): DevnetTransaction[] {
  const both = Object.values(operators);
  const sets = { abi: allocationManagerAbi } as const;
  const params = [{ operatorSetId, strategies: [stETHStrategy] }] as const;
  return [
    call(strategyManager, {
      what: "whitelist the stETH strategy",
      data: encodeFunctionData({
        abi: strategyManagerAbi,
        functionName: "addStrategiesToDepositWhitelist",
        args: [[stETHStrategy]],
      }),
    }),
    ...both.map((operator) => register(operator)),
    call(allocationManager, {
      what: "name the AVS",
      data: encodeFunctionData({ ...sets, functionName: "updateAVSMetadataURI", args: [avs, "devnet"] }),
    }),
    call(allocationManager, {
      what: "make the operator set",
      data: encodeFunctionData({ ...sets, functionName: "createOperatorSets", args: [avs, params] }),
    }),
    ...both.flatMap((operator) => [join(operator), allocate(operator)]),
    ...othersDeposit(),
  ];
}

/** A Safe approves, deposits its stETH and delegates to its operator. Sent by the Safe itself. */
export function restake(
  safe: (typeof treasurySafes)[number],
  { operator, amount }: { operator: keyof typeof operators; amount: bigint },
): DevnetTransaction[] {
  const from = safe.address;
  return [
    { what: "approve EigenLayer", from, to: stETH, data: approval() },
    { what: "deposit with EigenLayer", from, to: strategyManager, data: deposit(amount) },
    {
      what: `delegate to operator ${operator}`,
      from,
      to: delegationManager,
      data: encodeFunctionData({
        abi: delegationManagerAbi,
        functionName: "delegateTo",
        args: [operators[operator].address, { signature: "0x", expiry: 0n }, zeroHash],
      }),
    },
  ];
}

function othersDeposit(): DevnetTransaction[] {
  return [
    call(stETH, { what: "approve EigenLayer", data: approval() }),
    // The first deposit of stETH into an empty strategy gets 1000 shares for 999: a wei less arrives than is counted. So it is a small one.
    call(strategyManager, { what: "the first stake", data: deposit(firstStake) }),
    call(strategyManager, { what: "others stake", data: deposit(othersStake) }),
  ];
}

function register({ address: from }: DevnetAccount): DevnetTransaction {
  const args = [zeroAddress, 0, ""] as const;
  const data = encodeFunctionData({ abi: delegationManagerAbi, functionName: "registerAsOperator", args });
  return { what: "register as an operator", from, to: delegationManager, data };
}

function join({ address: from }: DevnetAccount): DevnetTransaction {
  const args = [from, { avs, operatorSetIds: [operatorSetId], data: "0x" }] as const;
  const abi = allocationManagerAbi;
  const data = encodeFunctionData({ abi, functionName: "registerForOperatorSets", args });
  return { what: "join the operator set", from, to: allocationManager, data };
}

function allocate({ address: from }: DevnetAccount): DevnetTransaction {
  const allocation = {
    operatorSet: { avs, id: operatorSetId },
    strategies: [stETHStrategy],
    newMagnitudes: [allocatedMagnitude],
  };
  const args = [from, [allocation]] as const;
  const data = encodeFunctionData({ abi: allocationManagerAbi, functionName: "modifyAllocations", args });
  return { what: "allocate", from, to: allocationManager, data };
}

function approval(): Hex {
  return encodeFunctionData({
    abi: erc20Abi,
    functionName: "approve",
    args: [strategyManager, maxUint256],
  });
}

function deposit(amount: bigint): Hex {
  return encodeFunctionData({
    abi: strategyManagerAbi,
    functionName: "depositIntoStrategy",
    args: [stETHStrategy, stETH, amount],
  });
}

function call(to: Address, { what, data }: { what: string; data: Hex }): DevnetTransaction {
  return { what, from: devnetAccounts.operator.address, to, data };
}
