import { encodePacked, keccak256 } from "viem";

const unit = 10n ** 8n;
/** Where the walk begins, and what it is drawn back to. */
const centreUsd = 3_200n * unit;
/** Half the range of a step after a day, in hundredths of a basis point. */
const dayStep = 20_000n;
const secondsPerDay = 86_400n;

/**
 * The next ETH/USD answer (8 decimals): a walk that depends on a seed and on the round alone, so that every devnet shows
 * the same prices. A step grows with the time since the last one; a tenth of the distance to the centre is taken back a day.
 */
export function nextEthUsd({
  seed,
  last,
}: {
  seed: string;
  last: { roundId: bigint; answer: bigint; elapsed: bigint } | null;
}): bigint {
  if (last === null) return centreUsd;
  const elapsed = last.elapsed > secondsPerDay ? secondsPerDay : last.elapsed;
  const dice = BigInt(keccak256(encodePacked(["string", "uint256"], [seed, last.roundId]))) % 2_001n;
  const step = (last.answer * (dice - 1_000n) * dayStep * elapsed) / (1_000n * 1_000_000n * secondsPerDay);
  const pull = ((centreUsd - last.answer) * elapsed) / (10n * secondsPerDay);
  return last.answer + step + pull;
}
