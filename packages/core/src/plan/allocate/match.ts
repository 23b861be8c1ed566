import type { PositionId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { min } from "../../units/order.ts";
import type { Passing } from "./ladder.ts";
import type { Market } from "./market.ts";
import type { Side } from "./side.ts";
import { allowedStep, takeStep } from "./step.ts";

/** Money that goes from one position to another. */
export type Flow = {
  readonly from: PositionId;
  readonly to: PositionId;
  readonly money: bigint;
};

/** Which sides trade, up to how much. */
export type Session = {
  readonly supplies: readonly Side[];
  readonly demands: readonly Side[];
  /** A lower bound than the chain's own, for what limits force. */
  readonly capOf: (side: Side) => bigint;
};

function idOf({ chain }: Side): PositionId {
  return chain.line.position;
}

/** The segment that a side trades in now, or null when it has nothing left. */
function current(side: Side, cap: bigint): { readonly price: bigint; readonly left: bigint } | null {
  const { segments } = side.chain;
  if (side.closedBy !== null || side.used >= cap) return null;
  while ((segments[side.segment]?.upTo ?? side.used + 1n) <= side.used) side.segment += 1;
  const segment = segments[side.segment];
  return segment === undefined ? null : { price: segment.price, left: min(segment.upTo, cap) - side.used };
}

type Caps = ReadonlyMap<Side, bigint>;
type Offer = { readonly side: Side; readonly price: bigint; readonly left: bigint };

/** The best of the open sides: lowest price for supplies, highest for demands; a tie goes to the first position by name. */
function best(
  sides: readonly Side[],
  { caps, wants }: { readonly caps: Caps; readonly wants: "lowest" | "highest" },
): Offer | null {
  let found: Offer | null = null;
  for (const side of sides) {
    const now = current(side, caps.get(side) ?? 0n);
    if (now === null) continue;
    const isBetter =
      found === null ||
      (wants === "lowest" ? now.price < found.price : now.price > found.price) ||
      (now.price === found.price && compareText(idOf(side), idOf(found.side)) < 0);
    if (isBetter) found = { side, ...now };
  }
  return found;
}

function trade(market: Market, passing: Passing): bigint {
  const { money, stop } = allowedStep(market, passing);
  if (money > 0n) takeStep(market, { ...passing, money });
  if (stop !== null) stop.side.closedBy = stop.by;
  return money;
}

/**
 * Lets money flow from the cheapest supply to the best demand, one straight piece of their curves at a time, while there is any. Prices only rise and worths only fall along
 * concave curves, and each piece is passed once, which bounds the steps by the number of quotes.
 */
export function match(market: Market, session: Session): Flow[] {
  const flows: Flow[] = [];
  const { supplies, demands, capOf } = session;
  const caps = new Map([...supplies, ...demands].map((side) => [side, capOf(side)]));
  for (;;) {
    const from = best(supplies, { caps, wants: "lowest" });
    const to = best(demands, { caps, wants: "highest" });
    if (from === null || to === null || from.side.chain.line === to.side.chain.line) return flows;
    const money = trade(market, { supply: from.side, demand: to.side, money: min(from.left, to.left) });
    if (money === 0n) continue;
    flows.push({ from: idOf(from.side), to: idOf(to.side), money });
  }
}
