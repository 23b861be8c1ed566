import type {
  Address,
  AssetId,
  BaseUnits,
  BlockNumber,
  Claim,
  ClaimOrder,
  ExitReading,
  ExitTerms,
  Plan,
  PositionId,
  PositionReading,
  RawAmount,
  Seconds,
  TicketId,
  TicketReading,
  VenueId,
  Wad,
  WithdrawalRequest,
} from "@ballast/core";
import { encodeAbiParameters, keccak256, parseAbiParameters } from "viem";
import type { BatchInspection } from "../firewall/batchInspection.ts";
import { ACCOUNT, ETHER, inspectionOf, planOf } from "./sampleBatch.ts";
import { DELEGATION_MANAGER, STETH, STETH_STRATEGY, WITHDRAWAL_DEPLOYMENT } from "./withdrawalDeployment.ts";

export const OPERATOR: Address = "0x0be7a70b000000000000000000000000000000a1";
const SOURCE = { kind: "call", contract: DELEGATION_MANAGER, method: "read" } as const;
const amount = (asset: string, raw: bigint) => ({ asset: asset as AssetId, amount: raw as RawAmount });

const position = (id: string, { asset, held }: { asset: string; held: bigint }): PositionReading => ({
  position: id as PositionId,
  venue: id.split(":")[0] as VenueId,
  ...amount(asset, held),
  value: held as BaseUnits,
  source: SOURCE,
});

/** 90 % of the deposit shares were left by slashing. */
export const DEPOSIT_SHARES = 200n * ETHER;
export const WITHDRAWABLE_SHARES = 180n * ETHER;
export const EL_POSITION = `eigenlayer:stETH@${OPERATOR}`;

const POSITIONS: readonly PositionReading[] = [
  position(EL_POSITION, { asset: "EL-stETH", held: WITHDRAWABLE_SHARES }),
  position("etherfi:weETH", { asset: "weETH", held: 3_000n * ETHER }),
  position("lido:wstETH", { asset: "wstETH", held: 2_000n * ETHER }),
];

const exit = (id: string, terms: ExitTerms): ExitReading => ({
  position: id as PositionId,
  venue: id.split(":")[0] as VenueId,
  way: "queue",
  assetIn: "in" as AssetId,
  assetOut: "out" as AssetId,
  rate: ETHER as Wad,
  fee: 0n as ExitReading["fee"],
  capacity: null,
  smallest: 1n as RawAmount,
  largest: null,
  delayBlocks: null,
  delay: null,
  stoppedBy: [],
  terms,
  source: SOURCE,
});

const EXITS: readonly ExitReading[] = [
  exit(EL_POSITION, {
    kind: "eigenlayer-queue",
    strategy: STETH_STRATEGY,
    operator: OPERATOR,
    depositShares: DEPOSIT_SHARES,
  }),
  exit("etherfi:weETH", { kind: "etherfi-queue" }),
  exit("lido:wstETH", { kind: "lido-queue" }),
];

const ticket = (
  id: string,
  { from, asset, pays, claim }: { from: string; asset: string; pays: bigint; claim: ClaimOrder },
): TicketReading => ({
  ticket: id as TicketId,
  venue: id.split(":")[0] as VenueId,
  position: from as PositionId,
  pays: [{ asset: asset as AssetId, promised: pays as RawAmount, payout: pays as RawAmount }],
  value: pays as BaseUnits,
  state: "claimable",
  claimableFrom: null,
  ahead: null,
  requestedAt: null,
  stoppedBy: [],
  claim,
  source: SOURCE,
});

const eigenLayerOrder = (nonce: bigint) => ({
  kind: "eigenlayer-withdrawal" as const,
  withdrawal: {
    staker: ACCOUNT.address,
    delegatedTo: OPERATOR,
    withdrawer: ACCOUNT.address,
    nonce,
    startBlock: (50n + nonce) as BlockNumber,
    strategies: [STETH_STRATEGY],
    scaledShares: [(nonce + 1n) * ETHER],
  },
  tokens: [STETH],
});

const WITHDRAWAL = parseAbiParameters([
  "Withdrawal withdrawal",
  "struct Withdrawal { address staker; address delegatedTo; address withdrawer; uint256 nonce; uint32 startBlock; address[] strategies; uint256[] scaledShares; }",
]);

/** EigenLayer names a withdrawal by the hash of its ABI encoding. */
function eigenLayerTicket(nonce: bigint): TicketReading {
  const claim = eigenLayerOrder(nonce);
  const { withdrawal } = claim;
  const encoded = encodeAbiParameters(WITHDRAWAL, [
    { ...withdrawal, startBlock: Number(withdrawal.startBlock) },
  ]);
  const pays = { from: EL_POSITION, asset: "stETH", pays: nonce * ETHER };
  return ticket(`eigenlayer:${keccak256(encoded)}`, { ...pays, claim });
}

const inEther = (id: bigint) => ({ from: "etherfi:weETH", asset: "ETH", pays: id * ETHER });

/** All of them can be claimed. Their numbers do not ascend, as they do not when sorted as text. */
export const TICKETS: readonly TicketReading[] = [
  ...[3n, 4n].map(eigenLayerTicket),
  ...[11n, 7n].map((requestId) =>
    ticket(`etherfi:${requestId}`, {
      ...inEther(requestId),
      claim: { kind: "etherfi-request", requestId },
    }),
  ),
  ...[10n, 9n].map((requestId) =>
    ticket(`lido:${requestId}`, {
      ...inEther(requestId),
      from: "lido:wstETH",
      claim: { kind: "lido-request", requestId, hint: requestId * 2n },
    }),
  ),
];

/** The claim of a ticket, as a plan holds it. */
export const claimOf = ({ ticket: id, position: from, venue, pays, claim }: TicketReading): Claim => ({
  ticket: id,
  position: from,
  venue,
  receive: pays.map(({ asset, payout }) => ({ asset, expected: payout, atLeast: payout })),
  order: claim,
});

const request = (
  from: string,
  { asset, spend, order }: { asset: string; spend: bigint; order: WithdrawalRequest["order"] },
): WithdrawalRequest => ({
  position: from as PositionId,
  venue: from.split(":")[0] as VenueId,
  spend: amount(asset, spend),
  expected: amount(asset === "EL-stETH" ? "stETH" : "ETH", spend),
  delay: 0n as Seconds,
  order,
  limitedBy: "band",
});

/** Half of the shares. */
export const QUEUE = request(EL_POSITION, {
  asset: "EL-stETH",
  spend: WITHDRAWABLE_SHARES / 2n,
  order: { kind: "eigenlayer-queue", strategy: STETH_STRATEGY, depositShares: DEPOSIT_SHARES / 2n },
});

export const UNDELEGATION = request(EL_POSITION, {
  asset: "EL-stETH",
  spend: WITHDRAWABLE_SHARES,
  order: { kind: "eigenlayer-undelegate", operator: OPERATOR },
});

export const etherFiRequest = (...amounts: bigint[]) =>
  request("etherfi:weETH", {
    asset: "weETH",
    spend: amounts.reduce((sum, each) => sum + each, 0n),
    order: { kind: "etherfi-queue", amounts: amounts as RawAmount[] },
  });

export const lidoRequest = (...amounts: bigint[]) =>
  request("lido:wstETH", {
    asset: "wstETH",
    spend: amounts.reduce((sum, each) => sum + each, 0n),
    order: { kind: "lido-queue", amounts: amounts as RawAmount[] },
  });

/** Claims everything that can be claimed, and asks each venue for more. */
export const WITHDRAWAL_PLAN: Plan = {
  ...planOf([]),
  claims: TICKETS.map(claimOf),
  requests: [QUEUE, etherFiRequest(900n * ETHER, 100n * ETHER), lidoRequest(800n * ETHER, 3n * ETHER)],
};

/** What the firewall is given for a plan with claims or requests, apart from the transaction. */
export function withdrawalInspection(plan: Plan): Omit<BatchInspection, "transaction"> {
  const base = inspectionOf(plan);
  return {
    ...base,
    deployment: WITHDRAWAL_DEPLOYMENT,
    snapshot: { ...base.snapshot, positions: POSITIONS, exits: EXITS, tickets: TICKETS },
    policy: { ...base.policy, batch: { ...base.policy.batch, maxCalls: 40n } },
  };
}
