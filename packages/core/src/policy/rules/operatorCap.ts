import type { Address } from "../../chain/types.ts";
import { portfolioOf } from "../../portfolio/portfolio.ts";
import { rateOf } from "../../portfolio/rateOf.ts";
import type { PositionReading, Snapshot } from "../../snapshot/types.ts";
import type { BaseUnits } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { operatorOf } from "../../units/operatorOf.ts";
import { subtractToZero, sumValues } from "../../units/order.ts";
import { isAboveShare, portionDown, shareUp } from "../../units/share.ts";
import type { Effect, Finding } from "../finding.ts";
import type { OperatorCap } from "../policy.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { freezing } from "./answer.ts";
import { positionsAt } from "./concerned.ts";

const ID = "operator-cap";

/** What keeps an account's value from being known, as Missing names it. */
const OF_VALUE = /^(?:position|rate|venue|ticket):/;

type Stake = {
  readonly account: Address;
  readonly held: readonly PositionReading[];
  readonly value: BaseUnits;
};

/** Everything that an account owns: what waits to be claimed is its own too. */
function worth({ positions, tickets }: Snapshot): BaseUnits {
  return sumValues([...positions, ...tickets].map((each) => each.value));
}

function stakeWith(operator: Address, { account, positions }: Snapshot): Stake {
  const held = positions
    .filter((each) => operatorOf(each.position) === operator)
    .toSorted((a, b) => compareText(a.position, b.position));
  return { account: account.address, held, value: sumValues(held.map((each) => each.value)) };
}

function isUnread(sibling: Snapshot, { baseAsset }: Snapshot): boolean {
  return (
    sibling.baseAsset !== baseAsset ||
    sibling.missing.some(({ subject }) => OF_VALUE.test(subject)) ||
    sibling.positions.some((each) => rateOf(sibling, each.asset) === null)
  );
}

/** Whether some of the treasury's value was not read: then no share of it is known. */
function isUnknown(context: RuleContext): boolean {
  const { snapshot, siblings } = context;
  return (
    portfolioOf(context).unknown.length > 0 ||
    snapshot.missing.some(({ subject }) => OF_VALUE.test(subject)) ||
    siblings.some((sibling) => isUnread(sibling, snapshot))
  );
}

/** The account with most at the operator; a tie goes to the lowest address. Every account works it out alike. */
function responsible(stakes: readonly Stake[]): Address | undefined {
  return stakes.toSorted((a, b) =>
    a.value === b.value ? compareText(a.account, b.account) : a.value > b.value ? -1 : 1,
  )[0]?.account;
}

/** The largest position bears the reduction; a tie goes to the first by name. */
function reduction({ held }: Stake, excess: BaseUnits): Effect {
  const [largest] = held.toSorted((a, b) => (a.value === b.value ? 0 : a.value > b.value ? -1 : 1));
  if (largest === undefined) return { kind: "none" };
  const target = subtractToZero(largest.value, excess);
  return { kind: "reduce-to", position: largest.position, target, urgent: false };
}

function judge(context: RuleContext, { operator, max }: OperatorCap): Finding {
  const accounts = [context.snapshot, ...context.siblings];
  const stakes = accounts.map((each) => stakeWith(operator, each));
  const [own] = stakes;
  const total = sumValues(accounts.map(worth));
  const together = sumValues(stakes.map((each) => each.value));
  const base = {
    rule: ID,
    subject: { kind: "operator", id: operator },
    limit: { unit: "bps", value: max },
    evidence: [
      ...stakes
        .toSorted((a, b) => compareText(a.account, b.account))
        .flatMap(({ held }) => held.map((each) => each.source)),
      { kind: "policy", path: `caps.operators.${operator}` },
    ],
  } as const satisfies Partial<Finding>;
  const frozen = freezing(positionsAt(context, operator));
  if (isUnknown(context))
    return { ...base, code: "share-unknown", level: "unknown", measured: null, effect: frozen };
  const measured = { unit: "bps", value: shareUp(together, total) } as const;
  if (!isAboveShare(together, { max, of: total }))
    return { ...base, code: "within-cap", level: "ok", measured, effect: { kind: "none" } };
  const excess = subtractToZero<BaseUnits>(together, portionDown(total, max));
  const isOurs = own !== undefined && responsible(stakes) === own.account;
  return {
    ...base,
    code: "above-cap",
    level: "warning",
    measured,
    effect: isOurs ? reduction(own, excess) : frozen,
  };
}

/**
 * Caps the share of the whole treasury's value, this account and its siblings together, that is delegated to one operator. Guards against one operator's
 * fault reaching every account, which no account sees alone: a Safe can delegate to only one operator, so diversity spans Safes. What waits in a
 * queue counts to the treasury but no longer to the operator. Each account's own owners approved the caps in its policy, so a cap binds by their
 * approval and by nothing else. One account cures a breach, the one with most at the operator; the others add nothing to it meanwhile. If any
 * value of any account was not read, no share is known, and nothing is added at that operator.
 */
export const operatorCap: Rule = {
  id: ID,
  codes: ["within-cap", "above-cap", "share-unknown"],
  evaluate: (context) =>
    (context.policy.caps.operators ?? [])
      .toSorted((a, b) => compareText(a.operator, b.operator))
      .map((cap) => judge(context, cap)),
};
