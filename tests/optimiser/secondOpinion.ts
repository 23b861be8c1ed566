import { solve } from "yalps";
import type { Held, Instance } from "./instance.ts";

/**
 * The same question asked of another solver (YALPS, plain JavaScript) through another model: written from the account's plain numbers alone, in ether, without a function of
 * the engine. What it must know of the engine is stated here: quotes at these sizes with straight lines between them, 0.2 % of every quote not relied on, a hysteresis of 25 bps inside
 * bands and caps, of half a per cent of slippage the three quarters that a size may use, in whole basis points, ninety days of simple interest, 220,000 gas a swap and 150,000 a batch, and a payback time less a thousandth.
 */
const SIZES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];
const SURE = 0.998;
const CEILING = 0.0037;
const DAYS = 90;
const GAS = { swap: 220_000, batch: 150_000 };

export type Opinion = {
  readonly status: string;
  /** Ether over the horizon. */
  readonly gain: number;
  /** `sell venue0:token0`, … sorted. */
  readonly chosen: readonly string[];
};

/** Constant product; both reserves count in ether's worth at the accounting rate. */
function quote(size: number, { depth, fee }: Held): number {
  const after = size * (1 - fee / 1e6);
  return (depth * after) / (depth + after);
}

/** Straight lines between the quotes. */
function paid(size: number, held: Held): number {
  const next = SIZES.findIndex((each) => each >= size);
  const [low, high] = [SIZES[next - 1] ?? 0, SIZES[next] ?? 0];
  if (next < 0 || size <= 0) return 0;
  return quote(low, held) + ((quote(high, held) - quote(low, held)) * (size - low)) / (high - low);
}

/** The largest size for which something that holds for small ones still holds, by halving. */
function largest(most: number, holds: (size: number) => boolean): number {
  if (holds(most)) return most;
  let [low, high] = [0, most];
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

const innerMax = ({ max, target }: Pick<Held, "max" | "target">) =>
  max === 10_000 ? 1 : (max - Math.min(25, Math.floor((max - target) / 2))) / 10_000;
const innerMin = ({ min, target }: Held) =>
  min === 0 ? 0 : (min + Math.min(25, Math.floor((target - min) / 2))) / 10_000;

function measuredYield(percent: string): number {
  const daily = Number(percent) / 100 / 365;
  return (daily / (1 - daily)) * 365;
}

type Coefficients = Record<string, number>;
type Bound = { min?: number; max?: number };
type Draft = { variables: Map<string, Coefficients>; constraints: Map<string, Bound>; binaries: Set<string> };

function trade(
  draft: Draft,
  { kind, held, given, whole }: { kind: "sell" | "buy"; held: Held; given: Instance; whole: number },
) {
  const isFair = (size: number) => paid(size, held) >= size * (1 - CEILING);
  const most =
    kind === "sell"
      ? largest(
          Math.min(
            1_000,
            held.value,
            held.min === 0 ? held.value : Math.max(0, held.value - innerMin(held) * whole),
          ),
          isFair,
        )
      : largest(
          1_000,
          (size) =>
            isFair(size) && held.value + paid(size, held) <= Math.max(innerMax(held) * whole, held.value),
        );
  if (most <= 1e-9) return;
  const id = `${kind} ${held.position}`;
  const worth = (days: number) => (measuredYield(held.yield) * days) / 365;
  const payback = given.paybackDays * 0.999;
  const widths: Coefficients = {};
  const ends = [...SIZES.filter((size) => size < most), most];
  ends.forEach((end, index) => {
    const start = ends[index - 1] ?? 0;
    const slope = (paid(end, held) - paid(start, held)) / (end - start);
    const grows = kind === "buy" ? slope : -1;
    draft.constraints.set(`width ${id} ${index}`, { max: 0 });
    widths[`width ${id} ${index}`] = start - end;
    draft.variables.set(`${id} ${index}`, {
      [`width ${id} ${index}`]: 1,
      [`least in ${id}`]: 1,
      [`least out ${id}`]: kind === "buy" ? slope : 1,
      [`cost ${id}`]: 1 - slope,
      gain: grows * worth(DAYS),
      payback: grows * worth(payback),
      sure: kind === "buy" ? -1 : SURE * slope,
      idle: kind === "buy" ? -1 : slope,
      "idle after": kind === "buy" ? -1 : slope,
      loss: 1 - SURE * slope,
      [`band ${held.position}`]: grows,
      [`cap ${held.venue}`]: grows,
      [`cap after ${held.venue}`]: grows,
    });
  });
  const gas = (given.gasPrice / 100) * 1e-9;
  draft.constraints.set(`cost ${id}`, { max: 0 });
  draft.constraints.set(`least in ${id}`, { min: 0 }).set(`least out ${id}`, { min: 0 });
  draft.variables.set(`cost of ${id}`, { [`cost ${id}`]: -1, gain: -1, payback: -1 });
  draft.variables.set(id, {
    ...widths,
    [`least in ${id}`]: -given.minimumTrade,
    [`least out ${id}`]: -given.minimumTrade,
    [`either ${held.position}`]: 1,
    swaps: 1,
    gain: -GAS.swap * gas,
    payback: -GAS.swap * gas,
  });
  draft.binaries.add(id);
}

function limits(
  { constraints, variables }: Draft,
  { given, whole }: { given: Instance; whole: number },
): void {
  const after: Coefficients = { loss: -1 };
  const idleMax = given.idleMax / 10_000;
  const inner = innerMax({ max: given.idleMax, target: 0 });
  constraints.set("sure", { min: -given.idle, max: Math.max(0, inner * whole - given.idle) });
  constraints.set("idle", {
    max: Math.max(0, (given.idle <= inner * whole ? inner : idleMax) * whole - given.idle),
  });
  constraints.set("idle after", { max: idleMax * whole - given.idle });
  after["idle after"] = idleMax;
  for (const { position, value, max } of given.held) {
    constraints.set(`band ${position}`, { max: (max / 10_000) * whole - value });
    constraints.set(`either ${position}`, { max: 1 });
    after[`band ${position}`] = max / 10_000;
  }
  for (const [venue, cap] of Object.entries(given.caps)) {
    const inside = given.held.reduce((all, each) => (each.venue === venue ? all + each.value : all), 0);
    const tighter = cap === 10_000 ? cap : cap - Math.min(25, Math.floor(cap / 2));
    constraints.set(`cap ${venue}`, { max: Math.max(0, (tighter / 10_000) * whole - inside) });
    constraints.set(`cap after ${venue}`, { max: (cap / 10_000) * whole - inside });
    after[`cap after ${venue}`] = cap / 10_000;
  }
  constraints.set("loss", { max: 0 }).set("payback", { min: 0 }).set("swaps", { max: 0 });
  variables.set("loss", after);
}

/** The optimum of an account for yield, by the second solver. `timedout` when it did not finish. */
export function secondOpinion(given: Instance, { isGasFree = false } = {}): Opinion {
  const whole = given.held.reduce((all, each) => all + each.value, given.idle);
  const draft: Draft = { variables: new Map(), constraints: new Map(), binaries: new Set() };
  const priced = isGasFree ? { ...given, gasPrice: 0 } : given;
  for (const held of given.held) {
    for (const kind of ["sell", "buy"] as const) trade(draft, { kind, held, given: priced, whole });
  }
  limits(draft, { given, whole });
  const gas = GAS.batch * (priced.gasPrice / 100) * 1e-9;
  draft.variables.set("any", { swaps: -Math.floor((given.maxCalls - 1) / 2), gain: -gas, payback: -gas });
  draft.binaries.add("any");
  const found = solve(
    {
      direction: "maximize",
      objective: "gain",
      constraints: draft.constraints,
      variables: new Map([...draft.variables].map(([name, each]) => [name, Object.entries(each)])),
      binaries: draft.binaries,
    },
    { timeout: 3_000, maxPivots: 200_000, maxIterations: 1_000_000, precision: 1e-9 },
  );
  const chosen = found.variables.filter(
    ([name, value]) => draft.binaries.has(name) && name !== "any" && value > 0.5,
  );
  return { status: found.status, gain: found.result, chosen: chosen.map(([name]) => name).sort() };
}
