import type { Address, Hash32, Plan, SafeTransaction } from "@ballast/core";
import {
  concatHex,
  encodeFunctionData,
  encodePacked,
  type Hex,
  hashDomain,
  hashStruct,
  hashTypedData,
  parseAbi,
  size,
} from "viem";
import { CHAIN_ID, contracts } from "./cast.ts";

const abi = parseAbi([
  "function multiSend(bytes transactions)",
  "function multicall(uint256 deadline, bytes[] data)",
  "function approve(address spender, uint256 amount)",
  "function claimWithdrawals(uint256[] requestIds, uint256[] hints)",
  "function exactInputSingle((address tokenIn, address tokenOut, uint24 fee, address recipient, uint256 amountIn, uint256 amountOutMinimum, uint160 sqrtPriceLimitX96))",
]);

const TYPES = {
  SafeTx: [
    { name: "to", type: "address" },
    { name: "value", type: "uint256" },
    { name: "data", type: "bytes" },
    { name: "operation", type: "uint8" },
    { name: "safeTxGas", type: "uint256" },
    { name: "baseGas", type: "uint256" },
    { name: "gasPrice", type: "uint256" },
    { name: "gasToken", type: "address" },
    { name: "refundReceiver", type: "address" },
    { name: "nonce", type: "uint256" },
  ],
} as const;

const ZERO = `0x${"0".repeat(40)}` as const;

const tokenOf = (asset: string): Address =>
  asset === "wstETH" ? contracts.wsteth : asset === "weETH" ? contracts.weeth : contracts.weth;

export type Built = {
  readonly transaction: SafeTransaction;
  readonly calls: readonly { to: Address; value: bigint; data: Hex }[];
  readonly hashes: { domainHash: Hash32; messageHash: Hash32; safeTxHash: Hash32 };
};

/** The plan as one Safe transaction, with its hashes by viem. */
export function buildTransaction(plan: Plan, { safe, nonce }: { safe: Address; nonce: bigint }): Built {
  const guard = encodeFunctionData({ abi, functionName: "multicall", args: [plan.deadline, []] });
  const calls = [
    { to: contracts.router, value: 0n, data: guard },
    ...lidoClaims(plan),
    ...plan.actions.flatMap(({ spend, receive, fee }) => [
      {
        to: tokenOf(spend.asset),
        value: 0n,
        data: encodeFunctionData({ abi, functionName: "approve", args: [contracts.router, spend.amount] }),
      },
      {
        to: contracts.router,
        value: 0n,
        data: encodeFunctionData({
          abi,
          functionName: "exactInputSingle",
          args: [
            {
              tokenIn: tokenOf(spend.asset),
              tokenOut: tokenOf(receive.asset),
              fee: Number(fee),
              recipient: safe,
              amountIn: spend.amount,
              amountOutMinimum: receive.atLeast,
              sqrtPriceLimitX96: 0n,
            },
          ],
        }),
      },
    ]),
  ];
  const packed = concatHex(
    calls.map(({ to, value, data }) =>
      encodePacked(
        ["uint8", "address", "uint256", "uint256", "bytes"],
        [0, to, value, BigInt(size(data)), data],
      ),
    ),
  );
  const data = encodeFunctionData({ abi, functionName: "multiSend", args: [packed] });
  const transaction: SafeTransaction = {
    to: contracts.multiSend,
    value: 0n,
    data,
    operation: 1n,
    safeTxGas: 0n,
    baseGas: 0n,
    gasPrice: 0n,
    gasToken: ZERO,
    refundReceiver: ZERO,
    nonce,
  };
  return { transaction, calls, hashes: hashesOf(transaction, safe) };
}

/** The seed claims at Lido only: one call for all. */
function lidoClaims({ claims }: Plan): Built["calls"] {
  const orders = claims.flatMap(({ order }) => (order.kind === "lido-request" ? [order] : []));
  if (orders.length === 0) return [];
  const args = [orders.map(({ requestId }) => requestId), orders.map(({ hint }) => hint)] as const;
  const data = encodeFunctionData({ abi, functionName: "claimWithdrawals", args });
  return [{ to: contracts.withdrawalQueue, value: 0n, data }];
}

function hashesOf(transaction: SafeTransaction, safe: Address): Built["hashes"] {
  const domain = { chainId: Number(CHAIN_ID), verifyingContract: safe };
  const message = { ...transaction, operation: Number(transaction.operation) };
  const types = {
    ...TYPES,
    EIP712Domain: [
      { name: "chainId", type: "uint256" },
      { name: "verifyingContract", type: "address" },
    ],
  };
  return {
    domainHash: hashDomain({ domain: { chainId: CHAIN_ID, verifyingContract: safe } as never, types }),
    messageHash: hashStruct({ data: message, primaryType: "SafeTx", types: TYPES }),
    safeTxHash: hashTypedData({ domain, types: TYPES, primaryType: "SafeTx", message }),
  };
}
