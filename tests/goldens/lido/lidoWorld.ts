import { devnetAccounts, type EmptyChain, RpcError } from "@ballast/devnet";
import {
  type Address,
  type ContractFunctionName,
  decodeErrorResult,
  encodeFunctionData,
  type Hex,
  type Log,
  maxUint256,
  toHex,
  zeroAddress,
} from "viem";
import { lidoAbi } from "./lidoAbi.ts";

type Write = ContractFunctionName<typeof lidoAbi, "nonpayable" | "payable">;
type View = ContractFunctionName<typeof lidoAbi, "view">;

/** A call of a contract by one of the accounts. */
export type LidoCall = {
  readonly to: Address;
  readonly fn: Write | View;
  readonly args: readonly unknown[];
  readonly from: Address;
  /** wei */
  readonly value?: bigint;
};

/** What became of a transaction. `fee` in wei is what the sender paid for gas. */
export type Attempt = { readonly reverted: string } | { readonly logs: readonly Log[]; readonly fee: bigint };

/** Freshly deployed Lido contracts and the accounts that act on them. */
export type LidoWorld = {
  readonly stETH: Address;
  readonly wstETH: Address;
  readonly queue: Address;
  readonly accounts: typeof ACCOUNTS;
  /** A single value of a view, or all of its values as a tuple. */
  view<Value>(call: { to: Address; fn: View; args?: readonly unknown[] }): Promise<Value>;
  /** Tries a call without sending it: the text of its revert, or nothing. */
  refusal(call: LidoCall): Promise<string | undefined>;
  /** Sends a transaction in a block of its own, unless it would revert. */
  attempt(call: LidoCall): Promise<Attempt>;
  etherOf(account: Address): Promise<bigint>;
};

const ACCOUNTS = {
  operator: devnetAccounts.operator.address,
  /** who does what is recorded */
  holder: devnetAccounts.owners[0].address,
  /** who receives transfers */
  receiver: devnetAccounts.owners[1].address,
  stranger: devnetAccounts.owners[2].address,
  /** who holds all other shares */
  others: devnetAccounts.marketMaker.address,
  proxyAdmin: devnetAccounts.reporter.address,
} as const;
const GAS = 20_000_000n;

/** How the pool stands before the first step: shares of the holder, of the receiver, of all, and all pooled ether in wei. */
export type LidoStart = {
  readonly holderShares: bigint;
  readonly receiverShares: bigint;
  readonly totalShares: bigint;
  readonly totalPooledEther: bigint;
};

/** Deploys stETH, wstETH and the queue, puts the pool where the recording began, and lets the queue run. */
export async function openLidoWorld(chain: EmptyChain, start: LidoStart): Promise<LidoWorld> {
  const world = worldOf(chain, await deployLido(chain));
  const { operator, holder, receiver, others } = world.accounts;
  const { stETH, wstETH, queue } = world;
  for (const account of [holder, receiver, others])
    await chain.chain.rpc("anvil_setBalance", account, toHex(start.totalShares + 10n ** 24n));
  const rest = start.totalShares - start.holderShares - start.receiverShares;
  const submit = { to: stETH, fn: "submit", args: [zeroAddress] } as const;
  const calls: LidoCall[] = [
    { ...submit, from: holder, value: start.holderShares },
    { ...submit, from: receiver, value: start.receiverShares },
    { ...submit, from: others, value: rest > 0n ? rest : 0n },
    { to: stETH, fn: "rebaseTo", args: [start.totalPooledEther], from: operator },
    { to: queue, fn: "resume", args: [], from: operator },
    { to: stETH, fn: "approve", args: [wstETH, maxUint256], from: holder },
    { to: stETH, fn: "approve", args: [queue, maxUint256], from: holder },
    { to: wstETH, fn: "approve", args: [queue, maxUint256], from: holder },
  ];
  await chain.run(calls.filter(({ value }) => value !== 0n).map(transactionOf));
  return world;
}

async function deployLido(chain: EmptyChain) {
  const { operator, proxyAdmin } = ACCOUNTS;
  const behindProxy = (implementation: Address, setup: Hex) =>
    chain.deploy("UpgradeableProxy", [implementation, proxyAdmin, setup]);
  const stETH = await behindProxy(await chain.deploy("StETH"), "0x");
  const wstETH = await chain.deploy("WstETH", [stETH]);
  const setup = encodeFunctionData({ abi: lidoAbi, functionName: "initialize", args: [operator] });
  const queue = await behindProxy(await chain.deploy("WithdrawalQueue", [wstETH]), setup);
  return { stETH, wstETH, queue };
}

const dataOf = ({ fn, args }: { fn: Write | View; args: readonly unknown[] }): Hex =>
  encodeFunctionData({ abi: lidoAbi, functionName: fn, args } as never);

const transactionOf = (call: LidoCall) => ({
  what: call.fn,
  from: call.from,
  to: call.to,
  data: dataOf(call),
  value: call.value ?? 0n,
});

type Receipt = { readonly logs: readonly Log[]; readonly gasUsed: Hex; readonly effectiveGasPrice: Hex };

function worldOf(chain: EmptyChain, contracts: Pick<LidoWorld, "stETH" | "wstETH" | "queue">): LidoWorld {
  const { rpc, reader } = chain.chain;
  const refusal = async (call: LidoCall) => {
    const { from, to, data, value } = transactionOf(call);
    const request = { from, to, data, value: toHex(value), gas: toHex(GAS) };
    return rpc("eth_call", request, "latest").then(() => undefined, revertText);
  };
  const attempt = async (call: LidoCall): Promise<Attempt> => {
    const reverted = await refusal(call);
    if (reverted !== undefined) return { reverted };
    await chain.run([{ ...transactionOf(call), gas: GAS }]);
    const [receipt] = await rpc<Receipt[]>("eth_getBlockReceipts", "latest");
    if (receipt === undefined) throw new TypeError(`The block of ${call.fn} has no receipt.`);
    return { logs: receipt.logs, fee: BigInt(receipt.gasUsed) * BigInt(receipt.effectiveGasPrice) };
  };
  return {
    ...contracts,
    accounts: ACCOUNTS,
    refusal,
    attempt,
    view: ({ to, fn, args = [] }) =>
      reader.readContract({ address: to, abi: lidoAbi, functionName: fn, args } as never) as never,
    etherOf: (address) => reader.getBalance({ address }),
  };
}

/** @throws the error itself when it is no revert */
function revertText(error: unknown): string {
  if (!(error instanceof RpcError) || typeof error.data !== "string") throw error;
  if (error.data === "0x") return "nothing()";
  const { errorName, args = [] } = decodeErrorResult({ abi: lidoAbi, data: error.data as Hex });
  return `${errorName}(${args.join(", ")})`;
}
