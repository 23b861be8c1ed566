import { outputAtDown } from "../../curve/outputAtDown.ts";
import type { RuleContext } from "../../policy/rule.ts";
import type { PositionId } from "../../units/brands.ts";
import { rawAmount } from "../../units/quantities.ts";
import type { PlanningFacts } from "../planningFacts.ts";
import { saleFor } from "./chain.ts";
import { ladderFloor } from "./ladderFloor.ts";
import { type Held, liquidNow, liquidPart } from "./liquidity.ts";
import type { Side } from "./side.ts";

/** Liquidity while matching goes on. Mutable. A part that is not exact is a lower bound, made exact only when the floor comes near. */
export type Ladder = {
  readonly context: RuleContext;
  readonly facts: PlanningFacts;
  /** Least that moves may leave. */
  readonly floor: bigint;
  readonly parts: Map<PositionId, { readonly value: bigint; readonly isExact: boolean }>;
  liquid: bigint;
};

/** Money that passes from a supply to a demand. */
export type Passing = { readonly supply: Side; readonly demand: Side; readonly money: bigint };

/** The ladder before any move; null when the policy has none. */
export function openLadder(context: RuleContext, facts: PlanningFacts): Ladder | null {
  if (context.policy.liquidity.length === 0) return null;
  const none = rawAmount(0n);
  const parts = new Map(
    facts.lines.map((line) => {
      const value = liquidPart(context, { line, amount: line.amount, sold: none });
      return [line.position, { value, isExact: true }] as const;
    }),
  );
  return {
    context,
    facts,
    floor: ladderFloor({ context, facts, hasNeeds: true, caution: 0n }) ?? 0n,
    parts,
    liquid: liquidNow(context, facts),
  };
}

function positionOf(side: Side): PositionId {
  return side.chain.line.position;
}

function afterSale({ chain: { line } }: Side, money: bigint): Held {
  const sold = line.exit === null ? rawAmount(0n) : saleFor(line.exit, { money, most: line.amount });
  return { amount: rawAmount(line.amount - sold), sold };
}

function afterPurchase({ chain: { line } }: Side, money: bigint): Held {
  const bought = line.enter === null ? 0n : (outputAtDown(line.enter, rawAmount(money)) ?? 0n);
  return { amount: rawAmount(line.amount + bought), sold: rawAmount(0n) };
}

function setPart(
  ladder: Ladder,
  { position, value, isExact }: { position: PositionId; value: bigint; isExact: boolean },
): void {
  ladder.liquid += value - (ladder.parts.get(position)?.value ?? 0n);
  ladder.parts.set(position, { value, isExact });
}

/** Change of idle money when so much passes. */
function idleChange({ facts }: Ladder, { supply, demand, money }: Passing): bigint {
  const paidIn = demand.chain.line === facts.idle ? money : 0n;
  return supply.chain.line === facts.idle ? paidIn - money : paidIn;
}

function exactAfter(ladder: Ladder, { supply, demand, money }: Passing): bigint {
  const { context, facts } = ladder;
  let liquid = ladder.liquid + idleChange(ladder, { supply, demand, money });
  for (const [side, held] of [
    [supply, afterSale(supply, supply.used + money)],
    [demand, afterPurchase(demand, demand.used + money)],
  ] as const) {
    const { line } = side.chain;
    if (line === facts.idle) continue;
    liquid += liquidPart(context, { line, ...held }) - (ladder.parts.get(positionOf(side))?.value ?? 0n);
  }
  return liquid;
}

/** Works out the parts that were left as lower bounds. */
function refresh(
  ladder: Ladder,
  { supplies, demands }: { supplies: readonly Side[]; demands: readonly Side[] },
): void {
  const sides = [
    ...supplies.map((side) => ({ side, held: afterSale(side, side.used) })),
    ...demands.map((side) => ({ side, held: afterPurchase(side, side.used) })),
  ];
  for (const { side, held } of sides) {
    const position = positionOf(side);
    if (side.used === 0n || ladder.parts.get(position)?.isExact !== false) continue;
    const value = liquidPart(ladder.context, { line: side.chain.line, ...held });
    setPart(ladder, { position, value, isExact: true });
  }
}

/** Largest part of the money that keeps the floor, to a millionth; found by halving, since liquidity has no closed form over two curves. */
function halved(ladder: Ladder, passing: Passing): bigint {
  const precision = passing.money / 1_000_000n + 1n;
  let [low, high] = [0n, passing.money];
  while (high - low > precision) {
    const middle = (low + high) / 2n;
    if (exactAfter(ladder, { ...passing, money: middle }) >= ladder.floor) low = middle;
    else high = middle;
  }
  return low;
}

/** How much of the money may pass so that the ladder is kept. */
export function withinLadder(
  ladder: Ladder,
  {
    sides,
    ...passing
  }: Passing & { readonly sides: { readonly supplies: readonly Side[]; readonly demands: readonly Side[] } },
): bigint {
  const certain =
    ladder.liquid + idleChange(ladder, passing) - (ladder.parts.get(positionOf(passing.supply))?.value ?? 0n);
  if (certain >= ladder.floor) return passing.money;
  refresh(ladder, sides);
  return exactAfter(ladder, passing) >= ladder.floor ? passing.money : halved(ladder, passing);
}

/** Records that money passed: what was sold counts nothing, and what was bought as before, until it is worked out. */
export function passLadder(ladder: Ladder, passing: Passing): void {
  ladder.liquid += idleChange(ladder, passing);
  const { supply, demand } = passing;
  if (supply.chain.line !== ladder.facts.idle)
    setPart(ladder, { position: positionOf(supply), value: 0n, isExact: false });
  if (demand.chain.line === ladder.facts.idle) return;
  const position = positionOf(demand);
  setPart(ladder, { position, value: ladder.parts.get(position)?.value ?? 0n, isExact: false });
}
