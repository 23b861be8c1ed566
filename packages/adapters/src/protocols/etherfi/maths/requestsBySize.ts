/**
 * Splits an amount into requests that the pool accepts, as few as possible, each within its limits. Where the last would be below the
 * minimum, the one before gives to it. What cannot be placed stays as `leftover`: all of an amount below the minimum, and the
 * rest of one that no number of requests within the limits adds up to.
 * Source of the limits: etherfi-protocol/smart-contracts, src/core/LiquidityPool.sol `requestWithdraw`.
 * @param limits wei, both inclusive: minWithdrawAmount, maxWithdrawAmount
 */
export function requestsBySize(
  amount: bigint,
  { min, max }: { min: bigint; max: bigint },
): { requests: bigint[]; leftover: bigint } {
  if (max <= 0n || min > max || amount < min || amount <= 0n) return { requests: [], leftover: amount };
  const fewest = (amount + max - 1n) / max;
  if (fewest * min > amount) return { requests: pieces(amount / max, max), leftover: amount % max };
  const requests: bigint[] = [];
  let rest = amount;
  for (let left = fewest; left > 0n; left -= 1n) {
    const most = rest - (left - 1n) * min;
    const request = most < max ? most : max;
    requests.push(request);
    rest -= request;
  }
  return { requests, leftover: 0n };
}

function pieces(count: bigint, size: bigint): bigint[] {
  return Array.from({ length: Number(count) }, () => size);
}
