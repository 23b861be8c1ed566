import {
  type Address,
  decodeErrorResult,
  encodeFunctionData,
  type Hex,
  type Log,
  maxUint256,
  parseEventLogs,
  zeroAddress,
} from "viem";
import { devnetAccounts } from "../accounts.ts";
import type { ContractName } from "../solidity/loadContracts.ts";
import { deployEigenlayer, type EigenlayerContracts } from "./deployEigenlayer.ts";
import { type EmptyChain, startEmptyChain } from "./emptyChain.ts";

/** A call of a contract by somebody, the devnet's operator unless told. */
export interface EigenlayerCall {
  readonly contract: ContractName;
  /** where it is, when there are several of its kind */
  readonly at?: Address;
  readonly fn: string;
  readonly args?: readonly unknown[];
  readonly from?: Address;
}

export interface EigenlayerEvent {
  readonly eventName: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** EigenLayer on an empty chain: one operator, allocated in full to a set of a service that burns, and a staker with tokens. */
export interface TestEigenlayer extends EigenlayerContracts {
  readonly empty: EmptyChain;
  /** Makes a call in a block of its own. Throws the error's name when it reverts. */
  send(call: EigenlayerCall): Promise<readonly EigenlayerEvent[]>;
  /** The name of the error that a call in a block of its own reverts with; null when it does not revert, and then it has happened. */
  refusal(call: EigenlayerCall): Promise<string | null>;
  read<Value>(call: EigenlayerCall): Promise<Value>;
}

const { owners, marketMaker, proposer } = devnetAccounts;
export const people = {
  operator: owners[0].address,
  avs: owners[1].address,
  staker: owners[2].address,
  approver: proposer,
  stranger: marketMaker.address,
} as const;
export const delays = { minWithdrawal: 10, deallocation: 6, allocationConfiguration: 4 } as const;
export const wad = 10n ** 18n;
export const operatorSet = { avs: people.avs, id: 1 } as const;
export const noApproval = [{ signature: "0x", expiry: 0n }, `0x${"00".repeat(32)}`] as const;

export async function openTestEigenlayer(): Promise<TestEigenlayer> {
  const empty = await startEmptyChain();
  const deployed = await deployEigenlayer(empty, { delays, tokens: 2 });
  const test: TestEigenlayer = { ...deployed, ...doorOf(empty, deployed), empty };
  for (let block = 0; block <= delays.minWithdrawal; block += 1) await empty.run([]);
  await begin(test);
  return test;
}

/** Strategies in ascending order, as slashes want them. */
export function ascending({ tokens }: TestEigenlayer): readonly Address[] {
  return tokens
    .map(({ strategy }) => strategy)
    .toSorted((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1));
}

async function begin(test: TestEigenlayer): Promise<void> {
  const { operator, avs, staker } = people;
  const strategies = ascending(test);
  const newMagnitudes = strategies.map(() => wad);
  const calls: readonly EigenlayerCall[] = [
    { contract: "AllocationManager", fn: "updateAVSMetadataURI", args: [avs, ""], from: avs },
    {
      contract: "AllocationManager",
      fn: "createOperatorSets",
      args: [avs, [{ operatorSetId: 1, strategies }]],
      from: avs,
    },
    { contract: "StrategyManager", fn: "addStrategiesToDepositWhitelist", args: [strategies] },
    { contract: "DelegationManager", fn: "registerAsOperator", args: [zeroAddress, 0, ""], from: operator },
    {
      contract: "AllocationManager",
      fn: "registerForOperatorSets",
      args: [operator, { avs, operatorSetIds: [1], data: "0x" }],
      from: operator,
    },
    {
      contract: "AllocationManager",
      fn: "modifyAllocations",
      args: [operator, [{ operatorSet, strategies, newMagnitudes }]],
      from: operator,
    },
    ...test.tokens.flatMap(({ token }): EigenlayerCall[] => [
      { contract: "MintableToken", at: token, fn: "mint", args: [staker, 10n ** 30n] },
      {
        contract: "MintableToken",
        at: token,
        fn: "approve",
        args: [test.strategies, maxUint256],
        from: staker,
      },
    ]),
  ];
  for (const call of calls) await test.send(call);
}

function doorOf(empty: EmptyChain, deployed: EigenlayerContracts) {
  const { artifacts, chain } = empty;
  const own: Partial<Record<ContractName, Address>> = {
    DelegationManager: deployed.delegation,
    StrategyManager: deployed.strategies,
    AllocationManager: deployed.allocations,
    EigenPodManager: deployed.pods,
  };
  const everything = Object.values(artifacts).flatMap(({ abi }) => abi);
  const targetOf = ({ contract, at }: EigenlayerCall) => at ?? own[contract] ?? zeroAddress;
  const attempt = async (call: EigenlayerCall) => {
    const { contract, fn, args = [], from = devnetAccounts.operator.address } = call;
    const data = encodeFunctionData({ abi: artifacts[contract].abi, functionName: fn, args });
    const [done] = await empty.attempt([{ what: fn, from, to: targetOf(call), data, gas: 30_000_000n }]);
    return done ?? { logs: [] };
  };
  const nameOf = (data: Hex) => decodeErrorResult({ abi: everything, data }).errorName;
  const eventsOf = (logs: readonly Log[]) =>
    parseEventLogs({ abi: everything, logs: [...logs] }) as unknown as readonly EigenlayerEvent[];
  return {
    send: async (call: EigenlayerCall) => {
      const { logs, revertData } = await attempt(call);
      if (revertData !== undefined) throw new Error(`${call.fn} reverted with ${nameOf(revertData)}`);
      return eventsOf(logs);
    },
    refusal: async (call: EigenlayerCall) => {
      const { revertData } = await attempt(call);
      return revertData === undefined ? null : nameOf(revertData);
    },
    read: async <Value>(call: EigenlayerCall) =>
      (await chain.reader.readContract({
        address: targetOf(call),
        abi: artifacts[call.contract].abi,
        functionName: call.fn,
        args: call.args ?? [],
      })) as Value,
  };
}
