import { bestCurve } from "../curve/bestCurve.ts";
import { assetYield } from "../history/assetYield.ts";
import type { Finding } from "../policy/finding.ts";
import type { Band } from "../policy/policy.ts";
import type { RuleContext } from "../policy/rule.ts";
import { idleReading } from "../portfolio/idleReading.ts";
import { portfolioOf } from "../portfolio/portfolio.ts";
import { rateOf } from "../portfolio/rateOf.ts";
import { isBaseLike, settlementAsset } from "../portfolio/settlementAsset.ts";
import type { PositionReading, RouteCurve } from "../snapshot/types.ts";
import type { AssetId, BaseUnits, PositionId, RawAmount, VenueId, Wad } from "../units/brands.ts";
import { min } from "../units/order.ts";
import { rawAmount } from "../units/quantities.ts";
import { portionDown } from "../units/share.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { frozenBy } from "./frozenBy.ts";
import { askedReductions, reducedBand } from "./reducedBand.ts";

/** One position as planning sees it. */
export type Line = {
  readonly position: PositionId;
  readonly venue: VenueId;
  readonly asset: AssetId;
  readonly amount: RawAmount;
  readonly value: BaseUnits;
  readonly rate: Wad;
  /** Per year; null when not known. */
  readonly yield: Wad | null;
  /** As broken limits leave it. */
  readonly band: Band | null;
  /** Sells the asset for the settlement asset; null when it cannot be traded. */
  readonly exit: RouteCurve | null;
  /** Buys it. */
  readonly enter: RouteCurve | null;
  readonly mayEnter: boolean;
  readonly mayExit: boolean;
};

/** Everything that allocation and planning need, worked out once. */
export type PlanningFacts = {
  readonly total: BaseUnits;
  /** What trades go through, and the idle position that holds it. */
  readonly settlement: AssetId;
  readonly idle: Line;
  /** Every other position, sorted. */
  readonly lines: readonly Line[];
  /** What broken limits ask, without urgency: the lowest target of each position. */
  readonly reductions: ReadonlyMap<PositionId, BaseUnits>;
};

/** A share of the account that a purchase is taken to be of when routes are compared. */
const USUAL_ENTRY = 1000n as Band["max"];

type Build = {
  readonly context: RuleContext;
  readonly total: BaseUnits;
  readonly frozen: ReturnType<typeof frozenBy>;
  readonly asked: ReturnType<typeof askedReductions>;
  /** Positions whose asset a larger position already trades: one pool must not be counted on twice. */
  readonly crowded: ReadonlySet<PositionId>;
};

function curves(held: PositionReading, { context: { snapshot }, total, crowded }: Build) {
  const base = settlementAsset(snapshot.baseAsset);
  if (isBaseLike(held.asset, snapshot.baseAsset) || crowded.has(held.position))
    return { exit: null, enter: null };
  return {
    exit: bestCurve(snapshot, { assetIn: held.asset, assetOut: base, size: held.amount }),
    enter: bestCurve(snapshot, {
      assetIn: base,
      assetOut: held.asset,
      size: rawAmount(portionDown(total, USUAL_ENTRY)),
    }),
  };
}

function lineOf(held: PositionReading, { rate, build }: { readonly rate: Wad; readonly build: Build }): Line {
  const { context, frozen } = build;
  const { position, venue, asset, amount, value } = held;
  const reading = assetYield(context, asset);
  const listed = context.policy.universe.find((each) => each.position === position) ?? null;
  const { exit, enter } = curves(held, build);
  // What no market trades is asked of its protocol by what broken limits ask, not by its band.
  const target = exit === null ? undefined : build.asked.get(position);
  const band = listed === null ? null : reducedBand(listed, { target, total: build.total });
  return {
    position,
    venue,
    asset,
    amount,
    value,
    rate,
    band,
    yield: reading.kind === "known" ? reading.yield : null,
    exit,
    enter,
    mayEnter: band !== null && !frozen.entries(position),
    mayExit: !frozen.exits(position),
  };
}

function reductionsOf(findings: readonly Finding[]): Map<PositionId, BaseUnits> {
  const targets = new Map<PositionId, BaseUnits>();
  for (const { effect } of findings) {
    if (effect.kind !== "reduce-to" || effect.urgent) continue;
    const known = targets.get(effect.position);
    targets.set(effect.position, known === undefined ? effect.target : min(known, effect.target));
  }
  return targets;
}

function crowdedBy(holdings: readonly PositionReading[]): Set<PositionId> {
  const largest = new Map<AssetId, PositionReading>();
  for (const held of holdings) {
    const known = largest.get(held.asset);
    if (known === undefined || held.value > known.value) largest.set(held.asset, held);
  }
  return new Set(holdings.filter((held) => largest.get(held.asset) !== held).map((held) => held.position));
}

/**
 * Reads the context once for allocation and planning. A position without a known rate is left out; the missing-data rule halts on it.
 */
export function planningFacts(context: RuleContext, findings: readonly Finding[]): PlanningFacts {
  const { holdings, total } = portfolioOf(context);
  const build = {
    context,
    total,
    frozen: frozenBy(findings),
    asked: askedReductions(findings),
    crowded: crowdedBy(holdings),
  };
  const settlement = settlementAsset(context.snapshot.baseAsset);
  const reading = idleReading(context.snapshot);
  const lines = holdings
    .filter((held) => held.position !== reading.position)
    .flatMap((held) => {
      const rate = rateOf(context.snapshot, held.asset);
      return rate === null ? [] : [lineOf(held, { rate, build })];
    });
  const idle = lineOf(reading, { rate: WAD_ONE, build });
  return { total, settlement, idle, lines, reductions: reductionsOf(findings) };
}
