import { max } from "@ballast/core";
import { accountValue } from "./accountValue.ts";
import { grainOf } from "./grainOf.ts";
import { kept } from "./kept.ts";
import { RAY } from "./ray.ts";
import type { Rate } from "./readRates.ts";
import type { Standing } from "./readStanding.ts";
import type { Outcome } from "./step.ts";
import { total } from "./total.ts";
import { worth } from "./worth.ts";

/** In rays, but for the bounds, which are in wei. */
type Totals = { rewards: bigint; fees: bigint; losses: bigint; down: bigint; up: bigint };

const isBelowTwo = ({ wei, shares }: Rate): boolean => wei < 2n * shares;

/** Every rate that a bound rests on. */
function requireSmallRates({ rates }: Standing): void {
  for (const [name, rate] of Object.entries(rates))
    if (!isBelowTwo(rate))
      throw new RangeError(`the ${name} rate reached 2: the bounds of dust.ts no longer hold`);
}

/** What the rates of a step did to what was held all through it: rewards and losses, venue by venue. */
function moves(before: Standing, after: Standing): Pick<Totals, "rewards" | "losses"> {
  const units = kept(before.units, after.units);
  const [then, now] = [worth(units, before.rates), worth(units, after.rates)];
  const changes = (["lido", "etherfi", "eigenlayer"] as const).map((venue) => now[venue] - then[venue]);
  const ofSign = (sign: bigint) => total(changes.map((each) => max(sign * each, 0n)));
  return { rewards: ofSign(1n), losses: ofSign(-1n) };
}

/**
 * The account's ledger through one life: what it began with, and what each step should have added and taken. It knows nothing of what the adapters say now;
 * `differenceFrom` holds that against it.
 */
export function openLedger(first: Standing) {
  const start = accountValue(first.books.snapshot);
  const startGrain = grainOf(first.books.snapshot);
  const totals: Totals = { rewards: 0n, fees: 0n, losses: 0n, down: 0n, up: 0n };
  const expected = () => start * RAY + totals.rewards - totals.fees - totals.losses;
  return {
    /** Books one step. */
    record(
      { fees = 0n, losses = 0n, down, up = 0n }: Outcome,
      { before, after }: { before: Standing; after: Standing },
    ) {
      requireSmallRates(after);
      const moved = moves(before, after);
      totals.rewards += moved.rewards;
      totals.losses += moved.losses + losses;
      totals.fees += fees;
      totals.down += down;
      totals.up += up;
    },
    /** null when wallet, positions and tickets are worth what they should be, within the bounds; else what is the matter. */
    differenceFrom({ books: { snapshot } }: Standing): string | null {
      const value = accountValue(snapshot);
      const lowest = expected() - (totals.down + grainOf(snapshot)) * RAY;
      const highest = expected() + (totals.up + startGrain) * RAY;
      if (value * RAY >= lowest && value * RAY <= highest) return null;
      const { rewards, fees, losses, down, up } = totals;
      const terms = Object.entries({ rewards, fees, losses }).map(([name, each]) => `${name} ${each / RAY}`);
      return (
        `the account is worth ${value}; ${start} at the start, ${terms.join(", ")} make ${expected() / RAY}: ` +
        `${value - expected() / RAY} wei off, bounds −${down + grainOf(snapshot)} and +${up + startGrain}`
      );
    },
    totals: (): Readonly<Totals> => totals,
  };
}
