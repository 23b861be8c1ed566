import { encodeAbiParameters, type Hex, keccak256 } from "viem";
import type { Claim, WithdrawalRequest } from "../src/bundle/schema/plan.ts";
import {
  batchClaimData,
  type Call,
  claimWithdrawalsData,
  completeData,
  queueWithdrawalsData,
  requestWithdrawData,
  requestWstEthData,
  undelegateData,
  type Withdrawal,
} from "./bundleParts.ts";
import { approveCall, bundleText, DEADLINE, deadlineCall, type Parts, SAFE, VENUES } from "./validBundle.ts";

const ETHER = 10n ** 18n;
const SOURCE = { kind: "call", contract: `0x${"0".repeat(39)}1`, method: "read()" };
export const OPERATOR: Hex = `0x${"0b".repeat(20)}`;
export const STETH: Hex = `0x${"e4".padStart(40, "0")}`;
export const EL_POSITION = `eigenlayer:stETH@${OPERATOR}`;
const NOBODY: Hex = `0x${"0".repeat(40)}`;

const WITHDRAWAL = [
  {
    type: "tuple",
    components: [
      { name: "staker", type: "address" },
      { name: "delegatedTo", type: "address" },
      { name: "withdrawer", type: "address" },
      { name: "nonce", type: "uint256" },
      { name: "startBlock", type: "uint32" },
      { name: "strategies", type: "address[]" },
      { name: "scaledShares", type: "uint256[]" },
    ],
  },
] as const;

/** EigenLayer's hash of a withdrawal, by viem. */
export const rootOf = (withdrawal: Withdrawal): Hex =>
  keccak256(encodeAbiParameters(WITHDRAWAL, [{ ...withdrawal, startBlock: Number(withdrawal.startBlock) }]));

export const withdrawal = (nonce: bigint): Withdrawal => ({
  staker: SAFE,
  delegatedTo: OPERATOR,
  withdrawer: SAFE,
  nonce,
  startBlock: 900n + nonce,
  strategies: [VENUES["eigenlayer.stETHStrategy"]],
  scaledShares: [(nonce + 1n) * ETHER],
});

const claim = (
  ticket: string,
  {
    position,
    asset,
    pays,
    dust = 0n,
    order,
  }: { position: string; asset: string; pays: bigint; dust?: bigint; order: Claim["order"] },
): Claim => ({
  ticket,
  position,
  venue: ticket.split(":")[0] ?? "",
  receive: [{ asset, expected: pays, atLeast: pays - dust }],
  order,
});

/** A claim of one of the Safe's withdrawals from EigenLayer, whose ticket is named by its root. */
export const completion = (each: Withdrawal): Claim =>
  claim(`eigenlayer:${rootOf(each)}`, {
    position: EL_POSITION,
    asset: "stETH",
    pays: ETHER,
    dust: 2n,
    order: { kind: "eigenlayer-withdrawal", withdrawal: each, tokens: [STETH] },
  });

export const etherFiClaim = (requestId: bigint): Claim =>
  claim(`etherfi:${requestId}`, {
    position: "etherfi:weETH",
    asset: "ETH",
    pays: requestId * ETHER,
    order: { kind: "etherfi-request", requestId },
  });

export const lidoClaim = (requestId: bigint): Claim =>
  claim(`lido:${requestId}`, {
    position: "lido:wstETH",
    asset: "ETH",
    pays: requestId * ETHER,
    order: { kind: "lido-request", requestId, hint: requestId + 100n },
  });

/** Sorted as text, so that the numbers are not. */
const freshClaims = (): Claim[] =>
  [
    ...[3n, 4n].map((nonce) => completion(withdrawal(nonce))),
    ...[11n, 7n].map(etherFiClaim),
    ...[10n, 9n].map(lidoClaim),
  ].sort((a, b) => (a.ticket < b.ticket ? -1 : 1));

const request = (
  position: string,
  { asset, amount, order }: { asset: string; amount: bigint; order: WithdrawalRequest["order"] },
): WithdrawalRequest => ({
  position,
  venue: position.split(":")[0] ?? "",
  spend: { asset, amount },
  expected: { asset: "ETH", amount },
  delay: 1_209_600n,
  order,
  limitedBy: "band",
});

export const ETHERFI_AMOUNTS = [20n * ETHER, 5n * ETHER];
export const LIDO_AMOUNTS = [30n * ETHER, ETHER];

/** Of EigenLayer half of the 90 withdrawable shares, which 50 of the 100 deposited ones are. */
const freshRequests = (): WithdrawalRequest[] => [
  request(EL_POSITION, {
    asset: "EL-stETH",
    amount: 45n * ETHER,
    order: {
      kind: "eigenlayer-queue",
      strategy: VENUES["eigenlayer.stETHStrategy"],
      depositShares: 50n * ETHER,
    },
  }),
  request("etherfi:weETH", {
    asset: "weETH",
    amount: 25n * ETHER,
    order: { kind: "etherfi-queue", amounts: [...ETHERFI_AMOUNTS] },
  }),
  request("lido:wstETH", {
    asset: "wstETH",
    amount: 31n * ETHER,
    order: { kind: "lido-queue", amounts: [...LIDO_AMOUNTS] },
  }),
];

/** Everything that is delegated to the operator, and the operator left. */
export const undelegation = (): WithdrawalRequest =>
  request(EL_POSITION, {
    asset: "EL-stETH",
    amount: 90n * ETHER,
    order: { kind: "eigenlayer-undelegate", operator: OPERATOR },
  });

export const callTo = (contract: keyof typeof VENUES, data: Hex): Call => ({
  to: VENUES[contract],
  value: 0n,
  data,
});

const ordersOf = (claims: readonly Claim[], venue: string) =>
  claims.flatMap(({ order, venue: own }) => (own === venue ? [order] : []));

function claimCalls(claims: readonly Claim[]): Call[] {
  const completions = ordersOf(claims, "eigenlayer").flatMap((order) =>
    order.kind === "eigenlayer-withdrawal" ? [order] : [],
  );
  const numbered = (venue: string) =>
    ordersOf(claims, venue)
      .flatMap((order) => (order.kind === "eigenlayer-withdrawal" ? [] : [order]))
      .sort((a, b) => Number(a.requestId - b.requestId));
  const [etherFi, lido] = [numbered("etherfi"), numbered("lido")];
  const completing = completeData(
    completions.map((order) => order.withdrawal),
    completions.map(({ tokens }) => tokens),
    completions.map(() => true),
  );
  const claiming = claimWithdrawalsData(
    lido.map(({ requestId }) => requestId),
    lido.map((order) => ("hint" in order ? order.hint : 0n)),
  );
  return [
    ...(completions.length > 0 ? [callTo("eigenlayer.delegationManager", completing)] : []),
    ...(etherFi.length > 0
      ? [callTo("etherfi.withdrawRequestNFT", batchClaimData(etherFi.map(({ requestId }) => requestId)))]
      : []),
    ...(lido.length > 0 ? [callTo("lido.withdrawalQueue", claiming)] : []),
  ];
}

export const queueData = (strategy: Hex, depositShares: bigint): Hex =>
  queueWithdrawalsData({
    strategies: [strategy],
    depositShares: [depositShares],
    deprecatedWithdrawer: NOBODY,
  });

function requestCalls({ order, spend }: WithdrawalRequest): Call[] {
  const [weETH, wstETH] = [VENUES["etherfi.weETH"], VENUES["lido.wstETH"]];
  switch (order.kind) {
    case "eigenlayer-queue":
      return [callTo("eigenlayer.delegationManager", queueData(order.strategy, order.depositShares))];
    case "eigenlayer-undelegate":
      return [callTo("eigenlayer.delegationManager", undelegateData(SAFE))];
    case "etherfi-queue":
      return [
        approveCall(weETH, spend.amount, VENUES["etherfi.withdrawAdapter"]),
        ...order.amounts.map((amount) =>
          callTo("etherfi.withdrawAdapter", requestWithdrawData(amount, SAFE)),
        ),
      ];
    case "lido-queue":
      return [
        approveCall(wstETH, spend.amount, VENUES["lido.withdrawalQueue"]),
        callTo("lido.withdrawalQueue", requestWstEthData(order.amounts, SAFE)),
      ];
  }
}

/** The calls of claims and requests as their adapters make them, behind the deadline check. */
export const withdrawalCalls = (claims: readonly Claim[], requests: readonly WithdrawalRequest[]): Call[] => [
  deadlineCall(DEADLINE),
  ...claimCalls(claims),
  ...requests.flatMap(requestCalls),
];

/** Where each call of the valid batch stands. */
export const AT = {
  completions: 1,
  etherFiClaims: 2,
  lidoClaims: 3,
  queue: 4,
  etherFiApproval: 5,
  etherFiTicket: 6,
  lidoApproval: 8,
  lidoTickets: 9,
} as const;

const position = (id: string, { asset, amount }: { asset: string; amount: bigint }) => ({
  position: id,
  venue: id.split(":")[0] ?? "",
  asset,
  amount,
  value: amount,
  source: SOURCE,
});

const ticketOf = ({ ticket, position: from, venue, receive, order }: Claim) => ({
  ticket,
  venue,
  position: from,
  pays: receive.map(({ asset, expected }) => ({ asset, promised: expected, payout: expected })),
  value: 0n,
  state: "claimable",
  claimableFrom: null,
  ahead: null,
  requestedAt: null,
  stoppedBy: [] as string[],
  claim: order,
  source: SOURCE,
});

/** Gives a plan of claims and requests the calls that it explains. */
export function replan(parts: Parts, change: { claims?: Claim[]; requests?: WithdrawalRequest[] }): void {
  Object.assign(parts.plan, change);
  parts.calls = withdrawalCalls(parts.plan.claims, parts.plan.requests);
}

/** Turns the valid bundle into one that claims six tickets and asks three venues for more. */
function withdraw(parts: Parts): void {
  parts.contracts.assets.push({ id: "stETH", address: STETH, decimals: 18n });
  parts.snapshot.positions = [
    position(EL_POSITION, { asset: "EL-stETH", amount: 90n * ETHER }),
    position("etherfi:weETH", { asset: "weETH", amount: 40n * ETHER }),
    position("lido:wstETH", { asset: "wstETH", amount: 31n * ETHER }),
  ];
  parts.snapshot.exits = [
    { position: EL_POSITION, terms: { kind: "eigenlayer-queue", depositShares: 100n * ETHER } },
    { position: "lido:wstETH", terms: { kind: "lido-queue" } },
  ];
  parts.snapshot.tickets = freshClaims().map(ticketOf);
  parts.plan.actions = [];
  parts.plan.figures.worstLoss = 0n;
  replan(parts, { claims: freshClaims(), requests: freshRequests() });
  parts.plan.expected = [
    { asset: "ETH", atLeast: 37n * ETHER, atMost: 37n * ETHER },
    { asset: "stETH", atLeast: 2n * ETHER - 4n, atMost: 2n * ETHER + 4n },
    { asset: "weETH", atLeast: -25n * ETHER, atMost: -25n * ETHER },
    { asset: "wstETH", atLeast: -31n * ETHER, atMost: -31n * ETHER },
  ];
  parts.simulation.changes = [
    { asset: "ETH", before: 5n, after: 37n * ETHER + 5n },
    { asset: "WETH", before: ETHER, after: ETHER },
    { asset: "stETH", before: 3n, after: 2n * ETHER + 2n },
    { asset: "weETH", before: 40n * ETHER, after: 15n * ETHER },
    { asset: "wstETH", before: 31n * ETHER, after: 0n },
  ];
  parts.simulation.allowances = [
    { asset: "weETH", spender: VENUES["etherfi.withdrawAdapter"], after: 0n },
    { asset: "wstETH", spender: VENUES["lido.withdrawalQueue"], after: 0n },
  ];
}

/** The file of a proposal of claims and requests, after `change` had its way with the parts. */
export const withdrawalText = (change: (parts: Parts) => void = () => undefined): Promise<string> =>
  bundleText((parts) => {
    withdraw(parts);
    change(parts);
  });
