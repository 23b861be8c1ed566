import fc from "fast-check";
import type { Action, Plan } from "../plan/types.ts";
import type { RuleContext } from "../policy/rule.ts";
import { rateOf } from "../portfolio/rateOf.ts";
import type { PositionReading } from "../snapshot/types.ts";
import { formatExact } from "../units/formatExact.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { entryOf, exitOf, planOf } from "./plans.ts";

type Trade = {
  readonly at: number;
  readonly isEntry: boolean;
  /** Of what is idle or held, in hundredths of a per cent. */
  readonly share: bigint;
  /** What the quote and the minimum give up against the rate, in hundredths of a per cent. */
  readonly cost: bigint;
  readonly reserve: bigint;
};

/** Trades of any size between a context's positions and its idle money, at fair and at unfair prices. */
export const planRecipes: fc.Arbitrary<readonly Trade[]> = fc.array(
  fc.record({
    at: fc.nat({ max: 3 }),
    isEntry: fc.boolean(),
    share: fc.bigInt({ min: 1n, max: 10_000n }),
    cost: fc.bigInt({ min: 0n, max: 60n }),
    reserve: fc.bigInt({ min: 0n, max: 20n }),
  }),
  { minLength: 1, maxLength: 3 },
);

const text = (amount: bigint) => formatExact(amount, 18n);

function tradeOf(context: RuleContext, trade: Trade): Action | null {
  const { positions } = context.snapshot;
  const traded = positions.filter(({ position }) => !position.startsWith("idle:") && !position.includes("@"));
  const held: PositionReading | undefined = traded[trade.at % Math.max(1, traded.length)];
  const rate = held === undefined ? null : rateOf(context.snapshot, held.asset);
  if (held === undefined || rate === null) return null;
  const idle = positions.find(({ position }) => position.startsWith("idle:"))?.amount ?? 0n;
  const amount = ((trade.isEntry ? idle : held.amount) * trade.share) / 10_000n;
  const fair = trade.isEntry ? (amount * WAD_ONE) / rate : (amount * rate) / WAD_ONE;
  const less = (cost: bigint) => text((fair * (10_000n - cost)) / 10_000n);
  const swap = {
    position: held.position,
    spend: text(amount),
    expected: less(trade.cost),
    atLeast: less(trade.cost + trade.reserve),
  };
  return trade.isEntry ? entryOf(swap) : exitOf(swap);
}

/** A rebalance of the trades that are possible in a context; null when none is, or when its fees are not known. */
export function planFrom(context: RuleContext, trades: readonly Trade[]): Plan | null {
  if (context.snapshot.gas === null) return null;
  const actions = trades.map((trade) => tradeOf(context, trade)).filter((action) => action !== null);
  const ordered = actions.toSorted((a, b) => (a.kind === b.kind ? 0 : a.kind === "exit" ? -1 : 1));
  return ordered.length === 0 ? null : planOf(context, { actions: ordered });
}
