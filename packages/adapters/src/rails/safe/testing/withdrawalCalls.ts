import type { Address, ClaimOrder, Hex, InnerCall, Plan, WithdrawalRequest } from "@ballast/core";
import { encodeFunctionData, erc20Abi, parseAbi } from "viem";
import { ACCOUNT, callsOf } from "./sampleBatch.ts";
import { WEETH, WSTETH } from "./sampleDeployment.ts";
import {
  DELEGATION_MANAGER,
  WITHDRAW_ADAPTER,
  WITHDRAW_NFT,
  WITHDRAWAL_QUEUE,
} from "./withdrawalDeployment.ts";

/** The published interfaces of EigenLayer, ether.fi and Lido, as far as a batch calls them. */
export const VENUE_ABI = parseAbi([
  "struct Entry { address[] strategies; uint256[] depositShares; address deprecatedWithdrawer; }",
  "struct Withdrawal { address staker; address delegatedTo; address withdrawer; uint256 nonce; uint32 startBlock; address[] strategies; uint256[] scaledShares; }",
  "function queueWithdrawals(Entry[] entries) returns (bytes32[])",
  "function undelegate(address staker) returns (bytes32[])",
  "function completeQueuedWithdrawals(Withdrawal[] withdrawals, address[][] tokens, bool[] receiveAsTokens)",
  "function requestWithdraw(uint256 weETHAmount, address recipient) returns (uint256)",
  "function batchClaimWithdraw(uint256[] tokenIds)",
  "function requestWithdrawalsWstETH(uint256[] amounts, address owner) returns (uint256[])",
  "function claimWithdrawals(uint256[] requestIds, uint256[] hints)",
]);

const ZERO: Address = "0x0000000000000000000000000000000000000000";
const call = (to: Address, data: Hex): InnerCall => ({ to, value: 0n, data });
const approve = (token: Address, { spender, amount }: { spender: Address; amount: bigint }): InnerCall =>
  call(token, encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, amount] }));

type OrderOf<Kind extends ClaimOrder["kind"]> = Extract<ClaimOrder, { readonly kind: Kind }>;

function ordersOf<Kind extends ClaimOrder["kind"]>(plan: Plan, kind: Kind): readonly OrderOf<Kind>[] {
  return plan.claims.flatMap(({ order }) => (order.kind === kind ? [order as OrderOf<Kind>] : []));
}

export function completionData(
  orders: readonly OrderOf<"eigenlayer-withdrawal">[],
  receiveAsTokens: readonly boolean[] = orders.map(() => true),
): Hex {
  const withdrawals = orders.map(({ withdrawal }) => ({
    ...withdrawal,
    startBlock: Number(withdrawal.startBlock),
  }));
  const args = [withdrawals, orders.map(({ tokens }) => tokens), receiveAsTokens] as const;
  return encodeFunctionData({ abi: VENUE_ABI, functionName: "completeQueuedWithdrawals", args });
}

function claimCalls(plan: Plan): readonly InnerCall[] {
  const completions = ordersOf(plan, "eigenlayer-withdrawal");
  const etherFi = ordersOf(plan, "etherfi-request")
    .map(({ requestId }) => requestId)
    .toSorted((a, b) => Number(a - b));
  const lido = ordersOf(plan, "lido-request").toSorted((a, b) => Number(a.requestId - b.requestId));
  const claimWithdrawals = [lido.map(({ requestId }) => requestId), lido.map(({ hint }) => hint)] as const;
  const calls = [
    [completions, DELEGATION_MANAGER, completionData(completions)],
    [
      etherFi,
      WITHDRAW_NFT,
      encodeFunctionData({ abi: VENUE_ABI, functionName: "batchClaimWithdraw", args: [etherFi] }),
    ],
    [
      lido,
      WITHDRAWAL_QUEUE,
      encodeFunctionData({ abi: VENUE_ABI, functionName: "claimWithdrawals", args: claimWithdrawals }),
    ],
  ] as const;
  return calls.flatMap(([{ length }, to, data]) => (length === 0 ? [] : [call(to, data)]));
}

function requestCalls({ order, spend }: WithdrawalRequest): readonly InnerCall[] {
  const safe = ACCOUNT.address;
  if (order.kind === "eigenlayer-queue") {
    const entry = {
      strategies: [order.strategy],
      depositShares: [order.depositShares],
      deprecatedWithdrawer: ZERO,
    };
    const data = encodeFunctionData({ abi: VENUE_ABI, functionName: "queueWithdrawals", args: [[entry]] });
    return [call(DELEGATION_MANAGER, data)];
  }
  if (order.kind === "eigenlayer-undelegate") {
    const data = encodeFunctionData({ abi: VENUE_ABI, functionName: "undelegate", args: [safe] });
    return [call(DELEGATION_MANAGER, data)];
  }
  if (order.kind === "lido-queue") {
    const args = [order.amounts, safe] as const;
    const data = encodeFunctionData({ abi: VENUE_ABI, functionName: "requestWithdrawalsWstETH", args });
    return [
      approve(WSTETH, { spender: WITHDRAWAL_QUEUE, amount: spend.amount }),
      call(WITHDRAWAL_QUEUE, data),
    ];
  }
  const tickets = order.amounts.map((amount) =>
    encodeFunctionData({ abi: VENUE_ABI, functionName: "requestWithdraw", args: [amount, safe] }),
  );
  return [
    approve(WEETH, { spender: WITHDRAW_ADAPTER, amount: spend.amount }),
    ...tickets.map((data) => call(WITHDRAW_ADAPTER, data)),
  ];
}

/** All calls of a plan without the deadline check, encoded by viem: claims, trades, requests. */
export const withdrawalCalls = (plan: Plan): readonly InnerCall[] => [
  ...claimCalls(plan),
  ...callsOf(plan),
  ...plan.requests.flatMap(requestCalls),
];
