import type { Address, ClaimOrder, InnerCall, Plan, WithdrawalRequest } from "@ballast/core";
import { type Abi, decodeFunctionData, encodeFunctionData, parseAbi, toFunctionSelector } from "viem";
import { APPROVE } from "./batchBytes.ts";

/** Written anew from the contracts of EigenLayer, ether.fi and Lido. */
const VENUES = parseAbi([
  "struct Params { address[] strategies; uint256[] depositShares; address deprecatedWithdrawer; }",
  "struct Withdrawal { address staker; address delegatedTo; address withdrawer; uint256 nonce; uint32 startBlock; address[] strategies; uint256[] scaledShares; }",
  "function queueWithdrawals(Params[] params)",
  "function undelegate(address staker)",
  "function completeQueuedWithdrawals(Withdrawal[] withdrawals, address[][] tokens, bool[] receiveAsTokens)",
  "function requestWithdraw(uint256 weETHAmount, address recipient)",
  "function batchClaimWithdraw(uint256[] tokenIds)",
  "function requestWithdrawalsWstETH(uint256[] amounts, address owner)",
  "function claimWithdrawals(uint256[] requestIds, uint256[] hints)",
]);
export type VenueFunction = (typeof VENUES)[number]["name"];

export type Contracts = {
  readonly safe: Address;
  readonly weETH: Address;
  readonly wstETH: Address;
  readonly delegationManager: Address;
  readonly withdrawAdapter: Address;
  readonly withdrawRequestNFT: Address;
  readonly withdrawalQueue: Address;
};

/** A call to one of the venues' functions, with any arguments. */
export function venueCall(to: Address, name: VenueFunction, ...args: readonly unknown[]): InnerCall {
  return { to, value: 0n, data: encodeFunctionData({ abi: VENUES as Abi, functionName: name, args }) };
}

const selectorOf = (name: VenueFunction) =>
  toFunctionSelector(VENUES.find((each) => each.name === name) ?? "function none()");

/** Changes the arguments of every call of one function among the calls. */
export function withArguments(
  calls: readonly InnerCall[],
  { name, change }: { name: VenueFunction; change: (args: readonly unknown[]) => readonly unknown[] },
): InnerCall[] {
  return calls.map((call) => {
    if (!call.data.startsWith(selectorOf(name))) return call;
    const { args = [] } = decodeFunctionData({ abi: VENUES as Abi, data: call.data });
    return venueCall(call.to, name, ...change(args));
  });
}

type OrderOf<Kind extends ClaimOrder["kind"]> = Extract<ClaimOrder, { readonly kind: Kind }>;
const ordersOf = <Kind extends ClaimOrder["kind"]>(plan: Plan, kind: Kind) =>
  plan.claims.flatMap(({ order }) => (order.kind === kind ? [order as OrderOf<Kind>] : []));
const ascending = (a: { readonly requestId: bigint }, b: { readonly requestId: bigint }) =>
  a.requestId < b.requestId ? -1 : 1;

function claims(plan: Plan, contracts: Contracts): readonly InnerCall[] {
  const completions = ordersOf(plan, "eigenlayer-withdrawal");
  const etherFi = ordersOf(plan, "etherfi-request").toSorted(ascending);
  const lido = ordersOf(plan, "lido-request").toSorted(ascending);
  const ids = (orders: readonly { readonly requestId: bigint }[]) => orders.map(({ requestId }) => requestId);
  return [
    venueCall(
      contracts.delegationManager,
      "completeQueuedWithdrawals",
      completions.map(({ withdrawal }) => ({ ...withdrawal, startBlock: Number(withdrawal.startBlock) })),
      completions.map(({ tokens }) => tokens),
      completions.map(() => true),
    ),
    venueCall(contracts.withdrawRequestNFT, "batchClaimWithdraw", ids(etherFi)),
    venueCall(
      contracts.withdrawalQueue,
      "claimWithdrawals",
      ids(lido),
      lido.map(({ hint }) => hint),
    ),
  ];
}

const approve = (token: Address, spender: Address, amount: bigint): InnerCall => ({
  to: token,
  value: 0n,
  data: encodeFunctionData({ abi: APPROVE, args: [spender, amount] }),
});

function request({ order, spend }: WithdrawalRequest, contracts: Contracts): readonly InnerCall[] {
  const { safe, weETH, wstETH, delegationManager, withdrawAdapter, withdrawalQueue } = contracts;
  switch (order.kind) {
    case "eigenlayer-queue": {
      const strategies = [order.strategy];
      const entry = {
        strategies,
        depositShares: [order.depositShares],
        deprecatedWithdrawer: `0x${"0".repeat(40)}`,
      };
      return [venueCall(delegationManager, "queueWithdrawals", [entry])];
    }
    case "eigenlayer-undelegate":
      return [venueCall(delegationManager, "undelegate", safe)];
    case "etherfi-queue":
      return [
        approve(weETH, withdrawAdapter, spend.amount),
        ...order.amounts.map((amount) => venueCall(withdrawAdapter, "requestWithdraw", amount, safe)),
      ];
    case "lido-queue":
      return [
        approve(wstETH, withdrawalQueue, spend.amount),
        venueCall(withdrawalQueue, "requestWithdrawalsWstETH", order.amounts, safe),
      ];
  }
}

/** The calls of a plan that claims at all three venues and makes requests, without the deadline check. */
export const venueCalls = (plan: Plan, contracts: Contracts): readonly InnerCall[] => [
  ...claims(plan, contracts),
  ...plan.requests.flatMap((each) => request(each, contracts)),
];
