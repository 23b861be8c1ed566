import type { RuleContext } from "../../policy/rule.ts";
import type { BaseUnits, PositionId, VenueId } from "../../units/brands.ts";
import { min } from "../../units/order.ts";
import type { PlanningFacts } from "../planningFacts.ts";
import { type Chain, demandChain, idleChain, supplyChain } from "./chain.ts";
import { idleRoomOf } from "./idleRoom.ts";
import { type Ladder, openLadder } from "./ladder.ts";
import type { Needs } from "./needs.ts";
import { capRoom, growRoom, shrinkRoom } from "./rooms.ts";
import type { Side } from "./side.ts";

/** Everything that matching reads and fills. */
export type Market = {
  readonly facts: PlanningFacts;
  readonly supplies: readonly Side[];
  readonly demands: readonly Side[];
  /** Value that a capped venue may still take. */
  readonly venueRoom: Map<VenueId, bigint>;
  /** Money that the idle position may still gain; null when nothing bounds it. */
  idleRoom: bigint | null;
  /** null when the policy has no ladder. */
  readonly ladder: Ladder | null;
};

export type MarketJob = {
  readonly context: RuleContext;
  readonly facts: PlanningFacts;
  readonly needs: Needs;
  /** What upper limits are shares of: the account's value, or less where trading will cost some of it. */
  readonly whole: BaseUnits;
};

const side = (chain: Chain): Side => ({ chain, used: 0n, segment: 0, closedBy: null });

/** Gains are weighed over the payback time where that is shorter: then each unit moved pays for itself in time, not only the average. */
function worthOf({ policy }: RuleContext) {
  return { horizon: min(policy.objective.horizon, policy.costs.payback), slippage: policy.costs.slippage };
}

function supplies(job: MarketJob): Side[] {
  const { facts, context, needs } = job;
  const sellers = facts.lines.filter((line) => line.mayExit && !needs.buy.has(line.position));
  const chains = sellers.map((line) =>
    supplyChain(line, { ...worthOf(context), room: shrinkRoom(line, facts.total) }),
  );
  const { idle } = facts;
  const room = shrinkRoom(idle, facts.total) ?? { value: idle.value, by: "holding" };
  return (idle.mayExit && !needs.buy.has(idle.position) ? [...chains, idleChain(idle, room)] : chains).map(
    side,
  );
}

function demands(job: MarketJob): Side[] {
  const { facts, context, needs } = job;
  const buyers = facts.lines.filter((line) => line.mayEnter && !needs.sell.has(line.position));
  const chains = buyers.map((line) =>
    demandChain(line, { ...worthOf(context), room: growRoom(line, job.whole) }),
  );
  const { idle } = facts;
  const takesIdle = idle.mayEnter && !needs.sell.has(idle.position);
  return (takesIdle ? [...chains, idleChain(idle, growRoom(idle, job.whole))] : chains).map(side);
}

/** Opens the market between positions: what each may give and take within every limit. */
export function openMarket(job: MarketJob): Market {
  const { context, facts } = job;
  const venueRoom = new Map<VenueId, bigint>();
  for (const { venue } of facts.lines) {
    const room = capRoom(context, { venue, whole: job.whole });
    if (room !== null) venueRoom.set(venue, room);
  }
  return {
    facts,
    supplies: supplies(job),
    demands: demands(job),
    venueRoom,
    idleRoom: idleRoomOf(facts, job.whole),
    ladder: openLadder(context, facts),
  };
}

/** The side of a position, if it has one. */
export function sideOf(sides: readonly Side[], position: PositionId): Side | undefined {
  return sides.find((each) => each.chain.line.position === position);
}
