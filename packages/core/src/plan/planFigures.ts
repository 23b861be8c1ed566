import { YEAR } from "../history/year.ts";
import type { RuleContext } from "../policy/rule.ts";
import { rateOf } from "../portfolio/rateOf.ts";
import type { GasReading } from "../snapshot/types.ts";
import type { AssetId, BaseUnits, RawAmount, Seconds, Wad } from "../units/brands.ts";
import { mulDivDown, mulDivUp } from "../units/mulDiv.ts";
import { subtractToZero, sumValues } from "../units/order.ts";
import { baseUnits, wad } from "../units/quantities.ts";
import { seconds } from "../units/times.ts";
import { valueDown, valueUp } from "../units/value.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { gasCost, gasUnits } from "./gasEstimate.ts";
import type { Line, PlanningFacts } from "./planningFacts.ts";
import type { Action, PlanFigures, PlanParts, WithdrawalRequest } from "./types.ts";

type Draft = {
  readonly context: RuleContext;
  readonly gas: GasReading;
  readonly facts: PlanningFacts;
  readonly parts: PlanParts;
};

/** Without a rate, one: the rules on the plan refuse a part that has none. */
function rateIn({ snapshot }: RuleContext, asset: AssetId): Wad {
  return rateOf(snapshot, asset) ?? WAD_ONE;
}

/** Accounting value given up by one action if it pays `paid`: what is spent rounded up, what is received rounded down, at least 0. */
function givenUp(context: RuleContext, { action, paid }: { action: Action; paid: RawAmount }): BaseUnits {
  const spent = valueUp(action.spend.amount, rateIn(context, action.spend.asset));
  return subtractToZero(spent, valueDown(paid, rateIn(context, action.receive.asset)));
}

/** Accounting value of what a request turns into tickets, rounded up. */
function askedValue(context: RuleContext, { spend }: WithdrawalRequest): BaseUnits {
  return valueUp(spend.amount, rateIn(context, spend.asset));
}

/** Accounting value of a request's tickets, rounded down. */
function ticketValue(context: RuleContext, { expected }: WithdrawalRequest): BaseUnits {
  return valueDown(expected.amount, rateIn(context, expected.asset));
}

/** Change of each asset's amount at what is expected. */
function expectedDeltas(actions: readonly Action[]): Map<AssetId, bigint> {
  const deltas = new Map<AssetId, bigint>();
  const add = (asset: AssetId, change: bigint) => deltas.set(asset, (deltas.get(asset) ?? 0n) + change);
  for (const { spend, receive } of actions) {
    add(spend.asset, -spend.amount);
    add(receive.asset, receive.expected);
  }
  return deltas;
}

/** Assets are traded by one position each, so a change of the asset is a change of its first traded position. */
function changeOf(line: Line, { facts, parts: { actions, requests } }: Draft): bigint {
  if (line === facts.idle) return expectedDeltas(actions).get(line.asset) ?? 0n;
  const asked = requests
    .filter((request) => request.position === line.position)
    .reduce((sum, request) => sum + request.spend.amount, 0n);
  return actions
    .filter((action) => action.position === line.position)
    .reduce(
      (sum, action) => (action.kind === "exit" ? sum - action.spend.amount : sum + action.receive.expected),
      -asked,
    );
}

/**
 * Σ change × rate × yield × horizon ÷ year, simple interest, rounded down once at the end. A position of unknown yield counts nothing,
 * which only an emergency exit may meet. What waits in a queue is taken to yield nothing, and a claim to change nothing: what it pays grew before or lies idle.
 */
function grossGain(draft: Draft, horizon: Seconds): bigint {
  const perYear = [draft.facts.idle, ...draft.facts.lines]
    .map((line) => changeOf(line, draft) * line.rate * (line.yield ?? 0n))
    .reduce((sum, each) => sum + each, 0n);
  return mulDivDown(perYear, { times: horizon, over: WAD_ONE * WAD_ONE * YEAR });
}

type Weighted = { readonly value: bigint; readonly yield: Wad | null };

/** Mean of yields, weighted by value, rounded down; null when one that weighs is not known. An empty account yields 0. */
function weightedYield(parts: readonly Weighted[]): Wad | null {
  let sum = 0n;
  let whole = 0n;
  for (const part of parts.filter((each) => each.value > 0n)) {
    if (part.yield === null) return null;
    sum += part.value * part.yield;
    whole += part.value;
  }
  return wad(whole === 0n ? 0n : mulDivDown(sum, { times: 1n, over: whole }));
}

function yields(draft: Draft): Pick<PlanFigures, "yieldBefore" | "yieldAfter"> {
  const { context, facts, parts } = draft;
  const lines = [facts.idle, ...facts.lines];
  const waiting = context.snapshot.tickets.map(({ value }) => ({ value, yield: wad(0n) }));
  const asked = parts.requests.map((each) => ({ value: ticketValue(context, each), yield: wad(0n) }));
  const after = lines.map((line) => ({
    value: mulDivDown(line.amount + changeOf(line, draft), { times: line.rate, over: WAD_ONE }),
    yield: line.yield,
  }));
  return {
    yieldBefore: weightedYield([...lines, ...waiting]),
    yieldAfter: weightedYield([...after, ...waiting, ...asked]),
  };
}

/** Value leaving positions: what exits sell and requests queue, and the idle money that entries take beyond what exits guarantee. A claim only brings. */
function turnover({ context, parts: { actions, requests } }: Draft): BaseUnits {
  const exits = actions.filter((action) => action.kind === "exit");
  const sold = exits.map(({ spend }) => valueUp(spend.amount, rateIn(context, spend.asset)));
  const asked = requests.map((request) => askedValue(context, request));
  const guaranteed = sumValues(exits.map((action) => baseUnits(action.receive.atLeast)));
  const spent = sumValues(
    actions.filter((each) => each.kind === "enter").map((each) => baseUnits(each.spend.amount)),
  );
  return sumValues([...sold, ...asked, subtractToZero(spent, guaranteed)]);
}

/** Time until a steady gain has paid the cost, rounded up; null when it never does. */
function payback({
  cost,
  gain,
  horizon,
}: {
  cost: BaseUnits;
  gain: bigint;
  horizon: Seconds;
}): Seconds | null {
  if (gain <= 0n) return cost === 0n ? seconds(0n) : null;
  return seconds(mulDivUp(cost, { times: horizon, over: gain }));
}

/** Value given up if every trade pays only its minimum. A request keeps its value in a ticket of the account and loses what rounding takes; a claim loses nothing. */
function worstLossOf({ context, parts: { actions, requests } }: Draft): BaseUnits {
  const traded = actions.map((action) => givenUp(context, { action, paid: action.receive.atLeast }));
  const rounded = requests.map((each) =>
    subtractToZero(askedValue(context, each), ticketValue(context, each)),
  );
  return sumValues([...traded, ...rounded]);
}

/**
 * Every figure of the reason. An action that the market pays better than the accounting rate counts as free, never as a gain: the rate is what
 * the policy compares in.
 */
export function planFigures(draft: Draft): PlanFigures {
  const { context, parts } = draft;
  const { horizon } = context.policy.objective;
  const tradingCost = sumValues(
    parts.actions.map((action) => givenUp(context, { action, paid: action.receive.expected })),
  );
  const gas = gasCost(gasUnits(parts), draft.gas);
  const cost = sumValues([tradingCost, gas]);
  const gain = grossGain(draft, horizon);
  return {
    turnover: turnover(draft),
    tradingCost,
    gasCost: gas,
    cost,
    grossGain: gain,
    netGain: gain - cost,
    horizon,
    payback: payback({ cost, gain, horizon }),
    ...yields(draft),
    worstLoss: worstLossOf(draft),
  };
}
