import type { BaseUnits } from "../../units/brands.ts";
import { mulDivDown, mulDivUp } from "../../units/mulDiv.ts";
import { min } from "../../units/order.ts";
import { BPS_ONE, isAboveShare, portionDown } from "../../units/share.ts";
import { EXECUTION_TOLERANCE } from "../minimumOutput.ts";
import type { PlanningFacts } from "../planningFacts.ts";
import { innerMax } from "./innerLimits.ts";
import type { Passing } from "./ladder.ts";

/** What an exit is expected to bring beyond its guarantee, for each guaranteed unit: it stays idle. */
const REST = { times: EXECUTION_TOLERANCE, over: BPS_ONE - EXECUTION_TOLERANCE };

/**
 * Money that the idle position may still gain; null when nothing bounds it, because the policy does not list it or because it is above its maximum already,
 * which is a repair of its own.
 */
export function idleRoomOf({ idle }: PlanningFacts, whole: BaseUnits): bigint | null {
  const { band, value } = idle;
  if (band === null || isAboveShare(value, { max: band.max, of: whole })) return null;
  const inner = portionDown(whole, innerMax(band));
  return (value <= inner ? inner : portionDown(whole, band.max)) - value;
}

type Idle = { readonly facts: PlanningFacts; readonly room: bigint };

/** What the idle position gains when money passes: the rest of an exit, and what is paid in, less what is taken. */
export function idleGain({ idle }: PlanningFacts, { supply, demand, money }: Passing): bigint {
  const paidIn = demand.chain.line === idle ? money : 0n;
  return supply.chain.line === idle ? paidIn - money : paidIn + mulDivUp(money, REST);
}

/** Largest part of the money for which the idle position keeps its maximum. */
export function withinIdle({ facts, room }: Idle, passing: Passing): bigint {
  if (idleGain(facts, passing) <= room) return passing.money;
  const paidIn = passing.demand.chain.line === facts.idle ? REST.over : 0n;
  return min(
    passing.money,
    mulDivDown(room > 0n ? room : 0n, { times: REST.over, over: REST.times + paidIn }),
  );
}
