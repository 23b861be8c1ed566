import type { GasReading } from "../snapshot/types.ts";
import type { ClaimOrder } from "../ticket/claimOrder.ts";
import type { BaseUnits } from "../units/brands.ts";
import { baseUnits } from "../units/quantities.ts";
import type { PlanParts, RequestOrder } from "./types.ts";

/** One action: an exact approval (about 50,000), a swap in one pool (about 130,000, more when it crosses price ranges) and their two inner calls. */
export const GAS_PER_ACTION = 220_000n;
/** Once per batch: the transaction, its calldata, the Safe's checks of some signatures, the multi-send and the deadline check. */
export const GAS_PER_BATCH = 150_000n;
/** About what one request takes, whatever the protocol: undelegate is the dearest. */
export const GAS_PER_REQUEST = 460_000n;
/** An exact approval of a token: 51,487 for weETH as a whole transaction. */
const GAS_PER_APPROVAL = 50_000n;

/**
 * Requests, measured on the unmodified contracts as whole transactions, rounded up: queueWithdrawals of one strategy 415,539 to 444,213,
 * undelegate with one strategy 441,036 to 455,422, WeETHWithdrawAdapter.requestWithdraw 266,415 each, requestWithdrawalsWstETH 201,925 for one;
 * each further one of Lido's takes 79,984 (requestWithdrawals: 222,523 for one, 382,491 for three).
 */
function requestGas(order: RequestOrder): bigint {
  switch (order.kind) {
    case "eigenlayer-queue":
      return 450_000n;
    case "eigenlayer-undelegate":
      return GAS_PER_REQUEST;
    case "etherfi-queue":
      return GAS_PER_APPROVAL + 270_000n * BigInt(order.amounts.length);
    case "lido-queue":
      return GAS_PER_APPROVAL + 125_000n + 80_000n * BigInt(order.amounts.length);
  }
}

/**
 * Claims: once for the venue's call, and for each ticket in it. Measured likewise: completeQueuedWithdrawals as tokens 156,872 for one and 360,350 for
 * three of a plain token, to which a transfer of stETH adds about 45,000 each; claimWithdraw of ether.fi 169,272; Lido's claim 94,214 for one and
 * 160,430 for four.
 */
const CLAIM_GAS: Readonly<Record<ClaimOrder["kind"], { readonly call: bigint; readonly each: bigint }>> = {
  "eigenlayer-withdrawal": { call: 40_000n, each: 150_000n },
  "etherfi-request": { call: 10_000n, each: 160_000n },
  "lido-request": { call: 60_000n, each: 30_000n },
};

function claimsGas({ claims }: PlanParts): bigint {
  const kinds = new Set(claims.map(({ order }) => order.kind));
  const calls = [...kinds].reduce((sum, kind) => sum + CLAIM_GAS[kind].call, 0n);
  return claims.reduce((sum, { order }) => sum + CLAIM_GAS[order.kind].each, calls);
}

/** Gas that a batch of these parts is expected to use. An estimate for the decision; the simulation measures the real batch. */
export function gasUnits(parts: PlanParts): bigint {
  const requests = parts.requests.reduce((sum, { order }) => sum + requestGas(order), 0n);
  return GAS_PER_BATCH + claimsGas(parts) + GAS_PER_ACTION * BigInt(parts.actions.length) + requests;
}

/** What gas costs at the block's fees: base fee and priority fee, in wei, which are base units of ETH. Nothing to round. */
export function gasCost(units: bigint, gas: GasReading): BaseUnits {
  return baseUnits(units * (gas.baseFee + gas.priorityFee));
}
