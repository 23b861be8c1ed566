import type { RuleContext } from "../../policy/rule.ts";
import type { PositionId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import { GAS_PER_ACTION } from "../gasEstimate.ts";
import type { PlanningFacts } from "../planningFacts.ts";
import { justAbove } from "./innerLimits.ts";
import { type Market, sideOf } from "./market.ts";
import type { Flow } from "./match.ts";

type Job = { readonly context: RuleContext; readonly facts: PlanningFacts; readonly market: Market };

/** What one position would trade in one direction: one swap of the batch. */
type Leg = {
  readonly position: PositionId;
  readonly end: "from" | "to";
  readonly money: bigint;
  /** In base units. */
  readonly gain: bigint;
  readonly isForced: boolean;
};

function legsOf(flows: readonly Flow[], { facts }: Job): Leg[] {
  const legs = new Map<string, Leg>();
  for (const flow of flows) {
    for (const end of ["from", "to"] as const) {
      const position = flow[end];
      if (position === facts.idle.position) continue;
      const known = legs.get(`${end} ${position}`);
      legs.set(`${end} ${position}`, {
        position,
        end,
        money: (known?.money ?? 0n) + flow.money,
        gain: (known?.gain ?? 0n) + flow.gain / WAD_ONE,
        isForced: flow.isForced || (known?.isForced ?? false),
      });
    }
  }
  return [...legs.values()].toSorted(
    (a, b) => compareText(a.position, b.position) || compareText(a.end, b.end),
  );
}

function gasPerLeg({ context: { snapshot } }: Job): bigint {
  return snapshot.gas === null ? 0n : GAS_PER_ACTION * (snapshot.gas.baseFee + snapshot.gas.priorityFee);
}

function without(flows: readonly Flow[], leg: Leg): Flow[] {
  return flows.filter((flow) => flow[leg.end] !== leg.position);
}

/** Another purchase that has room for one that would be too small by itself. */
function roomier(
  legs: readonly Leg[],
  { leg, job }: { readonly leg: Leg; readonly job: Job },
): Leg | undefined {
  const fits = (other: Leg) => {
    const bound = sideOf(job.market.demands, other.position)?.chain.bound ?? 0n;
    return other.end === "to" && other.position !== leg.position && other.money + leg.money <= bound;
  };
  return legs.filter(fits).toSorted((a, b) => (a.money > b.money ? -1 : 1))[0];
}

/** Money that a limit forces out still goes where a purchase would be too small: to the largest other purchase with room, else it stays idle. */
function rerouted(
  flows: readonly Flow[],
  { leg, legs, job }: { leg: Leg; legs: readonly Leg[]; job: Job },
): Flow[] {
  const idle = job.facts.idle.position;
  const to = roomier(legs, { leg, job })?.position ?? idle;
  return flows.flatMap((flow) => {
    if (flow.to !== leg.position) return [flow];
    return flow.isForced && flow.from !== to ? [{ ...flow, to, gain: 0n }] : [];
  });
}

function smallest(legs: readonly Leg[], { context }: Job): Leg | undefined {
  const least = justAbove(context.policy.pace.minimumTrade);
  return legs
    .filter((leg) => leg.money < least && !(leg.isForced && leg.end === "from"))
    .reduce<Leg | undefined>(
      (found, leg) => (found === undefined || leg.money < found.money ? leg : found),
      undefined,
    );
}

/** A swap that gains less than its own gas, unless it is needed for a limit. */
function unpaid(legs: readonly Leg[], job: Job): Leg | undefined {
  const gas = gasPerLeg(job);
  return legs
    .filter((leg) => !leg.isForced && leg.gain < gas)
    .reduce<Leg | undefined>(
      (found, leg) => (found === undefined || leg.gain < found.gain ? leg : found),
      undefined,
    );
}

/**
 * Leaves out swaps below the minimum trade, then swaps that do not gain their own gas. The last swaps for yield are kept even so: a plan that does not pay
 * is turned down with its figures, not passed over in silence.
 */
function pruneLegs(flows: readonly Flow[], job: Job): Flow[] {
  let kept = [...flows];
  for (;;) {
    const legs = legsOf(kept, job);
    const small = smallest(legs, job);
    if (small !== undefined) {
      kept = small.isForced ? rerouted(kept, { leg: small, legs, job }) : without(kept, small);
      continue;
    }
    const poor = unpaid(legs, job);
    const rest = poor === undefined ? kept : without(kept, poor);
    if (poor === undefined || rest.length === 0) return kept;
    kept = rest;
  }
}

/** Beside a repair, moves for yield must reach the minimum gain by themselves: the repair must not carry them. */
export function prune(flows: readonly Flow[], job: Job): Flow[] {
  const kept = pruneLegs(flows, job);
  if (!kept.some((flow) => flow.isForced)) return kept;
  const optional = legsOf(kept, job).filter((leg) => !leg.isForced);
  const gain = kept.filter((flow) => !flow.isForced).reduce((sum, flow) => sum + flow.gain, 0n) / WAD_ONE;
  const net = gain - gasPerLeg(job) * BigInt(optional.length);
  return net >= job.context.policy.costs.minimumNetGain ? kept : kept.filter((flow) => flow.isForced);
}
