import { exitPaysDown } from "../ticket/exitPaysDown.ts";
import type { ExitReading } from "../ticket/exitReading.ts";
import type { RawAmount } from "../units/brands.ts";
import { mulDivUp } from "../units/mulDiv.ts";
import { min } from "../units/order.ts";
import { rawAmount } from "../units/quantities.ts";
import type { Line } from "./planningFacts.ts";
import { requestAmounts } from "./requestAmounts.ts";
import type { RequestOrder, WithdrawalRequest } from "./types.ts";

type Wanted = {
  readonly exit: ExitReading;
  readonly line: Line;
  /** In the position's asset. */
  readonly amount: RawAmount;
  readonly limitedBy: string;
  /** Whether the account is to leave its operator too. Only where that leaves nothing else behind. */
  readonly leavesOperator: boolean;
  /** Whether the batch takes so much; a request that does not fit is made for fewer parts. */
  readonly fits: (request: WithdrawalRequest) => boolean;
};

function total(amounts: readonly RawAmount[]): RawAmount {
  return rawAmount(amounts.reduce((sum, each) => sum + each, 0n));
}

/**
 * Deposit shares for so many withdrawable ones, rounded up and at most all: the queue counts in the first, and slashing has made them worth less
 * (eigenlayer-contracts, src/contracts/libraries/SlashingLib.sol: withdrawable = deposit shares × scaling × slashing factor).
 */
function depositSharesUp(line: Line, { amount, all }: { amount: RawAmount; all: bigint }): bigint {
  if (line.amount === 0n) return 0n;
  return min(mulDivUp(all, { times: amount, over: line.amount }), all);
}

/** How the venue is asked for these amounts; null where its way out gives no ticket. */
function orderOf(
  { exit: { terms }, line, leavesOperator }: Wanted,
  amounts: readonly RawAmount[],
): RequestOrder | null {
  switch (terms.kind) {
    case "eigenlayer-queue": {
      const { operator, strategy, depositShares: all } = terms;
      if (leavesOperator && operator !== null) return { kind: "eigenlayer-undelegate", operator };
      const depositShares = depositSharesUp(line, { amount: total(amounts), all });
      return { kind: "eigenlayer-queue", strategy, depositShares };
    }
    case "etherfi-queue":
    case "lido-queue":
      return { kind: terms.kind, amounts };
    // Instant redemption has no minimum output: what is left of the fee and of the rate when owners have signed is the protocol's to say.
    case "etherfi-redeem":
      return null;
  }
}

function requestOf(
  wanted: Wanted,
  { amounts, limitedBy }: { readonly amounts: readonly RawAmount[]; readonly limitedBy: string },
): WithdrawalRequest | null {
  const { exit, line } = wanted;
  const order = orderOf(wanted, amounts);
  if (order === null) return null;
  const paid = total(amounts.map((amount) => exitPaysDown(exit, amount)));
  return {
    position: line.position,
    venue: exit.venue,
    spend: { asset: line.asset, amount: total(amounts) },
    expected: { asset: exit.assetOut, amount: paid },
    delay: exit.delay,
    order,
    limitedBy,
  };
}

/**
 * Asks a protocol for what is wanted, or for as much as its queue and the batch take: `limitedBy` says which of them bound it. One request of the plan may be several of
 * the protocol's, each within its limits. null when nothing can be asked for.
 */
export function withdrawalRequest(wanted: Wanted): WithdrawalRequest | null {
  const { exit, amount, fits } = wanted;
  const taken = min(amount, exit.capacity ?? amount);
  const limitedBy = taken < amount ? "capacity" : wanted.limitedBy;
  const amounts = requestAmounts(exit, taken);
  if (amounts.length === 0) return null;
  const whole = requestOf(wanted, { amounts, limitedBy });
  if (whole === null || fits(whole)) return whole;
  // The fewer parts, the less gas and the fewer calls: the most that fit are found by halving.
  let [low, high] = [0, amounts.length];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const request = requestOf(wanted, { amounts: amounts.slice(0, middle), limitedBy: "batch" });
    if (request !== null && fits(request)) low = middle;
    else high = middle;
  }
  return low === 0 ? null : requestOf(wanted, { amounts: amounts.slice(0, low), limitedBy: "batch" });
}
