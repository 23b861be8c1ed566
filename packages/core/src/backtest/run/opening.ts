import type { Policy } from "../../policy/policy.ts";
import { isBaseLike, settlementAsset } from "../../portfolio/settlementAsset.ts";
import type { AssetId, BaseUnits, PositionId, RawAmount, VenueId, Wad } from "../../units/brands.ts";
import { venueOf } from "../../units/ids.ts";
import { portionDown } from "../../units/share.ts";
import { amountForValueDown, valueDown } from "../../units/value.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import { assetOf } from "../account/assetOf.ts";
import type { Tape } from "../tape/tape.ts";
import { TapeMismatchError } from "./tapeMismatchError.ts";

/** What the account holds, and the same value in equal parts, at the tape's first time. */
export type Opening = {
  readonly holdings: ReadonlyMap<PositionId, RawAmount>;
  readonly equal: ReadonlyMap<PositionId, RawAmount>;
  /** The venue that states an asset's rate. */
  readonly venues: ReadonlyMap<AssetId, VenueId>;
};

type Facts = { readonly policy: Policy; readonly tape: Tape; readonly startValue: BaseUnits };

/** Rates and holdings that the tape's first time gives. */
function firstSaid({ rows }: Tape) {
  const rates = new Map<AssetId, Wad>();
  const held = new Map<PositionId, RawAmount>();
  for (const { time, fact } of rows) {
    if (time !== rows[0]?.time) break;
    if (fact.kind === "rate") rates.set(fact.asset, fact.rate);
    if (fact.kind === "hold") held.set(fact.position, fact.amount);
  }
  return { rates, held };
}

/** Where money lies between trades and after claims is held from the start, empty. */
function idlePositions({ baseAsset }: Policy): readonly PositionId[] {
  return [...new Set([baseAsset, settlementAsset(baseAsset)])].map((asset) => `idle:${asset}` as PositionId);
}

/**
 * What a run begins with: the tape's own holdings, or the starting value over the policy's targets, each amount rounded down. Everything that the policy lists is held, if
 * only as nothing, as a keeper reads it.
 * @throws TapeMismatchError when something held or listed has no rate at the tape's first time
 */
export function openingOf({ policy, tape, startValue }: Facts): Opening {
  const { rates, held } = firstSaid(tape);
  const rateOf = (position: PositionId): Wad => {
    const asset = assetOf(position);
    const rate = isBaseLike(asset, policy.baseAsset) ? WAD_ONE : rates.get(asset);
    if (rate !== undefined) return rate;
    const limit = `${position} is held or listed in the policy, so its rate must be known from the first time on.`;
    throw new TapeMismatchError({ series: `rate:${asset}`, limit });
  };
  const shares = held.size > 0 ? [] : policy.universe.filter(({ target }) => target > 0n);
  const bought = shares.map(({ position, target }) => {
    const value = portionDown(startValue, target);
    return [position, amountForValueDown(value, rateOf(position))] as const;
  });
  const listed = policy.universe.map(({ position }) => position);
  const empty = [...listed, ...idlePositions(policy)].map((each) => [each, 0n as RawAmount] as const);
  const holdings = new Map([...empty, ...bought, ...held]);
  let total = 0n;
  for (const [position, amount] of holdings) total += valueDown(amount, rateOf(position));
  const open = policy.universe.filter(({ max }) => max > 0n).map(({ position }) => position);
  const part = (total / BigInt(Math.max(open.length, 1))) as BaseUnits;
  const venues = [...holdings.keys()].map((position) => [assetOf(position), venueOf(position)] as const);
  return {
    holdings,
    equal: new Map(open.map((position) => [position, amountForValueDown(part, rateOf(position))])),
    venues: new Map([...venues, ...rebasing(tape)]),
  };
}

/** A token that grows by its balances is stated by the venue of the position that holds it, `lido:stETH`; without one, by Lido. */
function rebasing({ rows }: Tape): readonly (readonly [AssetId, VenueId])[] {
  return rows.flatMap(({ fact }) =>
    fact.kind === "grows" ? [[fact.asset, "lido" as VenueId] as const] : [],
  );
}
