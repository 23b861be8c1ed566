import { baseUnits, bps } from "../units/quantities.ts";
import type { Policy } from "./policy.ts";

/** Guards that a policy may leave out and that work all the same. */
export type OptionalGuard = Exclude<
  keyof Policy["guards"],
  "window" | "marketDepeg" | "correlatedSlashing" | "priceDrawdown" | "staleOracle" | "sourceSilent"
>;

type Settings = { readonly [Guard in OptionalGuard]-?: NonNullable<Policy["guards"][Guard]> };

const ETHER = 10n ** 18n;

/**
 * How a guard works that the policy says nothing of. It tells, and changes nothing else, so that nobody's account is moved or stopped by a
 * setting that its owners never approved. Two freeze entries, which can only keep value where it is: a loss of backing, as it always did, and a rate that grows
 * out of bounds, because value entered at a false rate is lost at once.
 */
export const GUARD_DEFAULTS: Settings = {
  backingLoss: { threshold: bps(0n), response: "freeze-entries" },
  operatorSlashed: { response: "notify" },
  /** Half of the stake: from there on one operator set's fault can cost more than it leaves. */
  operatorAllocations: { maxSlashable: bps(5_000n), response: "notify" },
  venuePaused: { response: "notify" },
  contractChanged: { response: "notify" },
  /** No venue of this size loses a fifth of its value in a day by ordinary exits. */
  tvlDrop: { threshold: bps(2_000n), response: "notify" },
  /** Doubling in a year, or a hundredth in one report: ether.fi's contracts stop at 0.25 % a report and 10 % a year. */
  rateGrowth: { maxPerYear: bps(10_000n), maxPerSample: bps(100n), response: "freeze-entries" },
  /** About three days of what Ethereum lets validators leave with (256 ETH an epoch, 225 epochs a day), and two days' worth of growth. */
  exitQueue: { limit: baseUnits(172_800n * ETHER), growth: baseUnits(115_200n * ETHER), response: "notify" },
  ticketLoss: { threshold: bps(0n) },
  /** Ten minutes at twelve seconds a block. */
  ticketStuck: { after: 50n },
  /** No venue of this size loses a tenth of its units in a day by ordinary exits; half of what tells a fall of its value. */
  largeOutflow: { threshold: bps(1_000n), response: "notify" },
  /** Half of the market: a pool's ordinary day moves far less. */
  exitLiquidityFalling: { threshold: bps(5_000n), response: "notify" },
  /** Less than nothing is low whatever staking pays; which asset is the base rate is the policy's to say. */
  netYieldLow: { margin: bps(0n), response: "notify" },
  /** Feeds of staked ether report a deviation of half a per cent, some blocks after the market that they follow. */
  oracleDiverging: { threshold: bps(200n), samples: 3n, response: "notify" },
  safeChanged: { response: "notify" },
};

/** The settings of a guard: the policy's own, or the built-in ones. */
export function guardOf<Guard extends OptionalGuard>(
  { guards }: Pick<Policy, "guards">,
  guard: Guard,
): Settings[Guard] {
  return (guards[guard] ?? GUARD_DEFAULTS[guard]) as Settings[Guard];
}
