import {
  claimableEtherDown,
  etherForSharesDown,
  finalizationNeed,
  type PoolTotals,
  poolShareRateDown,
  sharesForEtherDown,
  stEthPerTokenDown,
  stEthRequestDown,
  type WithdrawalRequest,
  wstEthRequestDown,
} from "@ballast/adapters";
import type { Fields } from "./lidoFile.ts";

const ETHER = 10n ** 18n;
const totalShares = 9_001n * ETHER;

/** A document of the recordings' form in which every figure comes from the adapters' maths: amounts, numbers and rates by a seed. */
export function computedRecording(seed: bigint): Fields {
  const random = (limit: bigint, place: bigint) => (seed * 6_364_136_223_846_793_005n * (place + 3n)) % limit;
  const pooled = (perMille: bigint, place: bigint): PoolTotals => ({
    totalPooledEther: (totalShares * perMille) / 1_000n + random(ETHER, place),
    totalShares,
  });
  const [start, then, loss, gain] = [
    pooled(1_000n, 1n),
    pooled(1_250n, 2n),
    pooled(1_190n, 3n),
    pooled(1_400n, 4n),
  ];
  const asked = [5n, 6n, 7n].map((place) => 100n + random(1_000n * ETHER - 100n, place));
  const wrapped = 40n * ETHER + random(ETHER, 8n);
  const unwrapping = [ETHER + random(ETHER, 9n), 1_000n + random(ETHER, 10n)];
  const requests = [
    ...asked.map((amount) => stEthRequestDown(amount, then)),
    ...unwrapping.map((amount) => wstEthRequestDown(amount, loss)),
  ];
  const [first, second] = [requests.slice(0, 2), requests.slice(2)];
  return {
    meta: { source: "lidofinance/core, by its formulas" },
    transfers: [],
    steps: [
      rebase(start, then),
      wrap(wrapped, then),
      request("requestWithdrawals", { amounts: asked, made: requests.slice(0, 3), from: 1, totals: then }),
      rebase(then, loss),
      request("requestWithdrawalsWstETH", {
        amounts: unwrapping,
        made: requests.slice(3),
        from: 4,
        totals: loss,
      }),
      finalize(2, { requests: first, totals: loss, rate: poolShareRateDown(loss) }),
      rebase(loss, gain),
      finalize(5, { requests: second, totals: gain, rate: poolShareRateDown(gain) }),
      ...[4, 1].map((id) => {
        const rate = poolShareRateDown(id > 2 ? gain : loss);
        return view(id, { request: requests[id - 1], hint: id > 2 ? 2 : 1, rate });
      }),
      claim([3, 5], { requests, rate: poolShareRateDown(gain), totals: gain }),
      claim([1, 2], { requests, rate: poolShareRateDown(loss), totals: gain }),
      { action: "claimWithdrawal", args: { id: 3 }, ...text(gain), reverted: "RequestAlreadyClaimed(3)" },
    ],
  };
}

const text = ({ totalPooledEther, totalShares: shares }: PoolTotals) => ({
  totalPooledEther: `${totalPooledEther}`,
  totalShares: `${shares}`,
});

const rebase = (before: PoolTotals, after: PoolTotals): Fields => ({
  action: "rebase",
  before: `${before.totalPooledEther}`,
  after: `${after.totalPooledEther}`,
  totalShares: `${totalShares}`,
  stEthPerToken: `${stEthPerTokenDown(after)}`,
});

/** By the holder of half of what one first ether left. */
function wrap(amount: bigint, totals: PoolTotals): Fields {
  const held = (totalShares - ETHER) / 2n;
  const moved = sharesForEtherDown(amount, totals);
  const drop = etherForSharesDown(held, totals) - etherForSharesDown(held - moved, totals);
  return {
    action: "wstETH.wrap",
    args: { stETH: `${amount}` },
    ...text(totals),
    wstETHGain: `${moved}`,
    stETHDrop: `${drop}`,
  };
}

type Made = {
  readonly amounts: readonly bigint[];
  readonly made: readonly WithdrawalRequest[];
  readonly from: number;
  readonly totals: PoolTotals;
};

const request = (action: string, { amounts, made, from, totals }: Made): Fields => ({
  action: `${action} x${amounts.length}`,
  args: { amounts: amounts.map(String) },
  ...text(totals),
  requests: made.map(({ amountOfStETH, amountOfShares }, index) => ({
    requestId: `${from + index}`,
    amountOfStETH: `${amountOfStETH}`,
    amountOfShares: `${amountOfShares}`,
  })),
});

type Paid = {
  readonly requests: readonly WithdrawalRequest[];
  readonly totals: PoolTotals;
  readonly rate: bigint;
};

function finalize(upTo: number, { requests, totals, rate }: Paid): Fields {
  const need = finalizationNeed([requests], rate);
  return {
    action: "finalize",
    args: { upTo, maxShareRate: `${rate}` },
    ...text(totals),
    ethLocked: `${need.ethToLockDown}`,
    sharesToBurn: `${need.sharesToBurn}`,
  };
}

type Seen = {
  readonly request: WithdrawalRequest | undefined;
  readonly hint: number;
  readonly rate: bigint;
};

const view = (id: number, { request: seen, hint, rate }: Seen): Fields => ({
  action: "view",
  id: `${id}`,
  hint: `${hint}`,
  claimable: `${seen && claimableEtherDown(seen, rate)}`,
  amountOfStETH: `${seen?.amountOfStETH}`,
  amountOfShares: `${seen?.amountOfShares}`,
  isFinalized: true,
});

function claim(ids: readonly number[], { requests, totals, rate }: Paid): Fields {
  const paid = requests
    .filter((_, index) => ids.includes(index + 1))
    .reduce((sum, one) => sum + claimableEtherDown(one, rate), 0n);
  return {
    action: `claimWithdrawals x${ids.length}`,
    args: { ids: ids.map(String) },
    ...text(totals),
    ethReceived: `${paid}`,
  };
}
