import {
  type DevnetTransaction,
  deployEtherfi,
  devnetAccounts,
  type EmptyChain,
  type EtherfiContracts,
  etherToken,
  startEmptyChain,
} from "@ballast/devnet";
import { type Address, encodeFunctionData, getAddress, keccak256, sliceHex, stringToHex, toHex } from "viem";
import { etherfiAbi } from "./etherfiAbi.ts";
import type { Payment, RigValues } from "./rigValues.ts";

const operator = devnetAccounts.operator.address;
/** More ether than any recorded deposit: 10^12 of them. */
const PLENTY = 10n ** 30n;

export type RigCall = {
  readonly from?: Address;
  readonly fn: string;
  readonly args?: readonly unknown[];
  readonly value?: bigint;
};

/** ether.fi's contracts on a chain of their own, for one file. */
export type EtherfiRig = {
  readonly empty: EmptyChain;
  readonly contracts: EtherfiContracts;
  readonly rig: RigValues;
  readonly operator: Address;
  readonly call: (to: Address, call: RigCall) => DevnetTransaction;
  readonly view: <Value = bigint>(
    address: Address,
    fn: string | readonly [string, ...unknown[]],
  ) => Promise<Value>;
  /** An account by a name, with ether. */
  readonly account: (name: string) => Promise<Address>;
  /** Sets what the rate limit lets through, and everything else of redemptions as the file states it. */
  readonly setBucket: (payment: Payment, bucket: bigint) => DevnetTransaction;
  readonly token: (payment: Payment) => Address;
};

/**
 * Deploys anew.
 * @param stEth wei of stETH that the restaker begins with
 */
export async function startEtherfiRig(rig: RigValues, stEth: bigint): Promise<EtherfiRig> {
  const empty = await startEmptyChain();
  await empty.chain.rpc("anvil_autoImpersonateAccount", true);
  await empty.chain.rpc("anvil_setBalance", operator, toHex(PLENTY));
  const contracts = await deployEtherfi(empty, {
    minWithdraw: rig.minWithdraw,
    maxWithdraw: rig.maxWithdraw,
    ether: settingsOf(rig, "ETH"),
    stEth: settingsOf(rig, "stETH"),
  });
  const { stETH, restaker } = contracts;
  await empty.run([
    call(stETH, { fn: "deposit", value: stEth }),
    call(stETH, { fn: "transfer", args: [restaker, stEth] }),
  ]);
  const token = (payment: Payment) => (payment === "ETH" ? etherToken : stETH);
  return {
    empty,
    contracts,
    rig,
    operator,
    call,
    view: viewsOf(empty),
    account: (name) => accountOf(empty, name),
    setBucket: (payment, bucket) => setBucket({ contracts, rig }, { payment, bucket, token: token(payment) }),
    token,
  };
}

function settingsOf(rig: RigValues, payment: Payment) {
  return {
    treasurySplitBps: Number(rig.treasurySplitBps),
    exitFeeBps: Number(rig.exitFeeBps[payment]),
    lowWatermarkBps: Number(rig.lowWatermarkBps[payment]),
    bucket: 0n,
    refill: 0n,
  };
}

function call(to: Address, { from = operator, fn, args = [], value = 0n }: RigCall): DevnetTransaction {
  const data = encodeFunctionData({ abi: etherfiAbi, functionName: fn, args } as never);
  return { what: fn, from, to, data, value };
}

function viewsOf({ chain }: EmptyChain) {
  return <Value = bigint>(address: Address, fn: string | readonly [string, ...unknown[]]) => {
    const [functionName, ...args] = typeof fn === "string" ? [fn] : fn;
    const read = chain.reader.readContract({ address, abi: etherfiAbi, functionName, args } as never);
    return read as Promise<Value>;
  };
}

async function accountOf({ chain }: EmptyChain, name: string): Promise<Address> {
  const address = getAddress(sliceHex(keccak256(stringToHex(name)), 12));
  if ((await chain.reader.getBalance({ address })) === 0n)
    await chain.rpc("anvil_setBalance", address, toHex(PLENTY));
  return address;
}

function setBucket(
  { contracts, rig }: { contracts: EtherfiContracts; rig: RigValues },
  { payment, bucket, token }: { payment: Payment; bucket: bigint; token: Address },
): DevnetTransaction {
  const { treasurySplitBps, exitFeeBps, lowWatermarkBps } = settingsOf(rig, payment);
  const args = [[token], [treasurySplitBps], [exitFeeBps], [lowWatermarkBps], [bucket], [0n]];
  return call(contracts.redemptionManager, { fn: "initializeTokenParameters", args });
}
