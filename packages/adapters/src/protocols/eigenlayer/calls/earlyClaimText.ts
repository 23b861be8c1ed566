import { formatDuration, type Seconds } from "@ballast/core";

/** Ethereum's slot time: an estimate, the blocks decide. */
const SECONDS_A_BLOCK = 12n;

/** Says from which block a withdrawal can be completed, for one that is too early. */
export function earlyClaimText({ claimableFrom, block }: { claimableFrom: bigint; block: bigint }): string {
  const left = claimableFrom - block;
  const time = formatDuration((left * SECONDS_A_BLOCK) as Seconds);
  return `it can be completed from block ${claimableFrom} on; block ${block} is ${left} ${left === 1n ? "block" : "blocks"} (about ${time}) too early`;
}
