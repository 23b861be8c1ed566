import fc from "fast-check";
import { comparePolicies } from "../policy/compare/comparePolicies.ts";
import { GUARD_DEFAULTS } from "../policy/guardDefaults.ts";
import type { Band, GuardResponse, LiquidityRung, Policy } from "../policy/policy.ts";
import type { AssetId, Bps, PositionId, Seconds, VenueId } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { ascending } from "../units/order.ts";
import { OPERATOR_A, OPERATOR_B } from "./restaking.ts";
import { eth } from "./world.ts";

type Edit = (policy: Policy) => Policy;

const share = fc.oneof(
  fc.bigInt({ min: 0n, max: 300n }),
  fc.bigInt({ min: 0n, max: 100n }).map((value) => value * 100n),
) as fc.Arbitrary<Bps>;
const ether = fc.constantFrom("0", "0.05", "0.5", "3", "80", "900", "200000").map(eth);
const time = fc.constantFrom(
  0n,
  60n,
  3_600n,
  86_400n,
  604_800n,
  2_592_000n,
  31_536_000n,
) as fc.Arbitrary<Seconds>;
const count = fc.bigInt({ min: 1n, max: 30n });
const response = fc.constantFrom<GuardResponse>("notify", "freeze-entries", "exit");

type Guards = Policy["guards"];

/** Sets one field of a guard; one that the policy does not have is put in with what holds without it. */
function guardEdit<Guard extends keyof Guards, Value>(
  guard: Guard,
  {
    values,
    set,
  }: { values: fc.Arbitrary<Value>; set: (value: Value) => Partial<NonNullable<Guards[Guard]>> },
): fc.Arbitrary<Edit> {
  return values.map((value) => (policy) => {
    const old = policy.guards[guard] ?? (GUARD_DEFAULTS as Partial<Guards>)[guard];
    return { ...policy, guards: { ...policy.guards, [guard]: { ...(old as object), ...set(value) } } };
  });
}

const thresholds = (
  [
    "marketDepeg",
    "backingLoss",
    "tvlDrop",
    "ticketLoss",
    "largeOutflow",
    "exitLiquidityFalling",
    "oracleDiverging",
  ] as const
).map((guard) => guardEdit(guard, { values: share, set: (threshold) => ({ threshold }) as never }));
const responses = (
  [
    "marketDepeg",
    "backingLoss",
    "operatorSlashed",
    "operatorAllocations",
    "venuePaused",
    "contractChanged",
    "tvlDrop",
    "rateGrowth",
    "exitQueue",
    "largeOutflow",
    "exitLiquidityFalling",
    "netYieldLow",
    "oracleDiverging",
  ] as const
).map((guard) => guardEdit(guard, { values: response, set: (each) => ({ response: each }) as never }));

const otherGuards: readonly fc.Arbitrary<Edit>[] = [
  guardEdit("marketDepeg", { values: ether, set: (size) => ({ size }) }),
  guardEdit("marketDepeg", { values: fc.bigInt({ min: 1n, max: 6n }), set: (samples) => ({ samples }) }),
  guardEdit("operatorAllocations", { values: share, set: (maxSlashable) => ({ maxSlashable }) }),
  guardEdit("rateGrowth", { values: share, set: (maxPerYear) => ({ maxPerYear }) }),
  guardEdit("rateGrowth", { values: share, set: (maxPerSample) => ({ maxPerSample }) }),
  guardEdit("exitQueue", { values: ether, set: (limit) => ({ limit }) }),
  guardEdit("exitQueue", { values: ether, set: (growth) => ({ growth }) }),
  guardEdit("netYieldLow", { values: share, set: (margin) => ({ margin }) }),
  guardEdit("netYieldLow", {
    values: fc.constantFrom("wstETH" as AssetId, "weETH" as AssetId),
    set: (benchmark) => ({ benchmark }),
  }),
  guardEdit("oracleDiverging", { values: fc.bigInt({ min: 1n, max: 4n }), set: (samples) => ({ samples }) }),
  guardEdit("safeChanged", {
    values: fc.constantFrom("notify" as const, "freeze-entries" as const),
    set: (each) => ({ response: each }),
  }),
  fc.record({ causes: fc.bigInt({ min: 1n, max: 4n }), budget: share, response }).map(
    (correlatedSlashing): Edit =>
      (policy) => ({ ...policy, guards: { ...policy.guards, correlatedSlashing } }),
  ),
  fc.record({ feed: fc.constant("ETH/USD"), threshold: share, response }).map(
    (priceDrawdown): Edit =>
      (policy) => ({ ...policy, guards: { ...policy.guards, priceDrawdown } }),
  ),
  guardEdit("ticketStuck", { values: count, set: (after) => ({ after }) }),
  guardEdit("staleOracle", { values: time, set: (grace) => ({ grace }) }),
  guardEdit("staleOracle", {
    values: fc.subarray(["rETH/ETH", "stETH/ETH", "weETH/ETH"]),
    set: (feeds) => ({ feeds }),
  }),
  guardEdit("sourceSilent", { values: fc.bigInt({ min: 1n, max: 3n }), set: (quorum) => ({ quorum }) }),
  time.map(
    (window): Edit =>
      (policy) => ({ ...policy, guards: { ...policy.guards, window } }),
  ),
];

/** The changed band; the old one where a minimum would stand above its maximum, which no policy may say. */
function ordered(band: Band, change: Partial<Band>): Band {
  const changed = { ...band, ...change };
  return changed.min <= changed.max ? changed : band;
}

const bands: fc.Arbitrary<Edit> = fc
  .record({ at: fc.nat({ max: 5 }), field: fc.constantFrom("min", "target", "max"), value: share })
  .map(({ at, field, value }) => (policy) => ({
    ...policy,
    universe: policy.universe.map((band, i) => (i === at ? ordered(band, { [field]: value }) : band)),
  }));

/** The reserve of idle money: the one minimum that tightens. */
const reserve: fc.Arbitrary<Edit> = share.map((min) => (policy) => ({
  ...policy,
  universe: policy.universe.map((band) =>
    band.position.startsWith("idle:") ? ordered(band, { min }) : band,
  ),
}));

const listed: fc.Arbitrary<Edit> = fc.oneof(
  fc.nat({ max: 5 }).map(
    (at): Edit =>
      (policy) => ({ ...policy, universe: policy.universe.toSpliced(at, 1) }),
  ),
  share.map(
    (max): Edit =>
      (policy) => ({
        ...policy,
        universe: [
          ...policy.universe.filter(({ position }) => position !== "swell:swETH"),
          { position: "swell:swETH" as PositionId, min: 0n as Bps, target: 0n as Bps, max },
        ].toSorted((a, b) => compareText(a.position, b.position)),
      }),
  ),
);

const venueCaps: fc.Arbitrary<Edit> = fc
  .record({
    venue: fc.constantFrom("eigenlayer", "etherfi", "lido", "renzo") as fc.Arbitrary<VenueId>,
    max: fc.option(share),
  })
  .map(({ venue, max }) => (policy) => ({
    ...policy,
    caps: {
      ...policy.caps,
      protocols: [
        ...policy.caps.protocols.filter((each) => each.venue !== venue),
        ...(max === null ? [] : [{ venue, max }]),
      ].toSorted((a, b) => compareText(a.venue, b.venue)),
    },
  }));

const operatorCaps: fc.Arbitrary<Edit> = fc
  .record({ operator: fc.constantFrom(OPERATOR_A, OPERATOR_B), max: fc.option(share) })
  .map(({ operator, max }) => (policy) => ({
    ...policy,
    caps: {
      ...policy.caps,
      operators: [
        ...(policy.caps.operators ?? []).filter((each) => each.operator !== operator),
        ...(max === null ? [] : [{ operator, max }]),
      ].toSorted((a, b) => compareText(a.operator, b.operator)),
    },
  }));

const assetCaps: fc.Arbitrary<Edit> = fc
  .record({
    asset: fc.constantFrom("stETH" as AssetId, "weETH" as AssetId),
    max: fc.option(share),
    treasury: fc.option(share),
  })
  .map(({ asset, max, treasury }) => (policy) => ({
    ...policy,
    caps: {
      ...policy.caps,
      assets: [
        ...(policy.caps.assets ?? []).filter((each) => each.asset !== asset),
        ...(max === null ? [] : [{ asset, max, ...(treasury === null ? {} : { treasury }) }]),
      ].toSorted((a, b) => compareText(a.asset, b.asset)),
    },
  }));

const causeCaps: fc.Arbitrary<Edit> = fc
  .record({
    kind: fc.constantFrom("operator" as const, "oracle" as const, "protocol" as const),
    account: fc.option(share),
    treasury: fc.option(share),
  })
  .map(({ kind, account, treasury }) => (policy) => ({
    ...policy,
    caps: {
      ...policy.caps,
      sharedCauses: [
        ...(policy.caps.sharedCauses ?? []).filter((each) => each.kind !== kind),
        ...(account === null && treasury === null
          ? []
          : [
              {
                kind,
                ...(account === null ? {} : { account }),
                ...(treasury === null ? {} : { treasury }),
              },
            ]),
      ].toSorted((a, b) => compareText(a.kind, b.kind)),
    },
  }));

const sharesOfOthers = (["venueShare", "exitLiquidityShare"] as const).map((name) =>
  share.map(
    (value): Edit =>
      (policy) => ({ ...policy, caps: { ...policy.caps, [name]: value } }),
  ),
);

const ladder: fc.Arbitrary<Edit> = fc
  .uniqueArray(fc.record<LiquidityRung>({ share, within: time }), {
    maxLength: 2,
    selector: (rung) => rung.within,
  })
  .map((rungs) => (policy) => ({
    ...policy,
    liquidity: rungs.toSorted((a, b) => ascending(a.within, b.within)),
  }));

const sections: readonly fc.Arbitrary<Edit>[] = [
  time.map(
    (horizon): Edit =>
      (policy) => ({ ...policy, objective: { ...policy.objective, horizon } }),
  ),
  time.map(
    (yieldWindow): Edit =>
      (policy) => ({ ...policy, objective: { ...policy.objective, yieldWindow } }),
  ),
  share.map(
    (slippage): Edit =>
      (policy) => ({ ...policy, costs: { ...policy.costs, slippage } }),
  ),
  share.map(
    (emergencySlippage): Edit =>
      (policy) => ({ ...policy, costs: { ...policy.costs, emergencySlippage } }),
  ),
  ...(["gasShareOfGain", "worstLossPerBatch"] as const).map((name) =>
    share.map(
      (value): Edit =>
        (policy) => ({ ...policy, costs: { ...policy.costs, [name]: value } }),
    ),
  ),
  share.map(
    (turnoverPerDay): Edit =>
      (policy) => ({ ...policy, pace: { ...policy.pace, turnoverPerDay } }),
  ),
  ether.map(
    (minimumNetGain): Edit =>
      (policy) => ({ ...policy, costs: { ...policy.costs, minimumNetGain } }),
  ),
  time.map(
    (payback): Edit =>
      (policy) => ({ ...policy, costs: { ...policy.costs, payback } }),
  ),
  time.map(
    (cooldown): Edit =>
      (policy) => ({ ...policy, pace: { ...policy.pace, cooldown } }),
  ),
  time.map(
    (dwell): Edit =>
      (policy) => ({ ...policy, pace: { ...policy.pace, dwell } }),
  ),
  ether.map(
    (minimumTrade): Edit =>
      (policy) => ({ ...policy, pace: { ...policy.pace, minimumTrade } }),
  ),
  count.map(
    (maxCalls): Edit =>
      (policy) => ({ ...policy, batch: { ...policy.batch, maxCalls } }),
  ),
  count.map(
    (calls): Edit =>
      (policy) => ({ ...policy, batch: { ...policy.batch, maxGas: calls * 200_000n } }),
  ),
  time.map(
    (proposalDeadline): Edit =>
      (policy) => ({ ...policy, proposalDeadline }),
  ),
  time.map(
    (looseningDelay): Edit =>
      (policy) => ({ ...policy, looseningDelay }),
  ),
  fc.constantFrom("observe" as const, "propose" as const).map(
    (mode): Edit =>
      (policy) => ({ ...policy, mode }),
  ),
];

/** Sets one field, or one item of a list, to any value. */
export const policyEdits: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: bands },
  { weight: 2, arbitrary: reserve },
  listed,
  { weight: 3, arbitrary: venueCaps },
  { weight: 2, arbitrary: operatorCaps },
  { weight: 2, arbitrary: assetCaps },
  { weight: 2, arbitrary: causeCaps },
  ...sharesOfOthers,
  { weight: 4, arbitrary: ladder },
  ...thresholds,
  ...responses,
  ...otherGuards,
  ...sections,
);

/** A policy to start from, changed at some places, and one after it that is no looser, as the comparison says. */
export type TighteningRecipe = { readonly first: readonly Edit[]; readonly later: readonly Edit[] };

export const tightenings: fc.Arbitrary<TighteningRecipe> = fc.record({
  first: fc.array(policyEdits, { maxLength: 4 }),
  later: fc.array(policyEdits, { minLength: 2, maxLength: 8 }),
});

/** Both policies of a recipe: of the later edits only those are made that the comparison does not call looser. */
export function tightenedBy(
  policy: Policy,
  { first, later }: TighteningRecipe,
): { old: Policy; now: Policy } {
  const old = first.reduce((current, edit) => edit(current), policy);
  const now = later.reduce((current, edit) => {
    const edited = edit(current);
    return comparePolicies(old, edited).verdict === "looser" ? current : edited;
  }, old);
  return { old, now };
}
