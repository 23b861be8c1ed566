import type { Address } from "../../chain/types.ts";
import { portfolioOf } from "../../portfolio/portfolio.ts";
import { rateOf } from "../../portfolio/rateOf.ts";
import type { PositionReading, Snapshot } from "../../snapshot/types.ts";
import type { BaseUnits } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { sumValues } from "../../units/order.ts";
import type { RuleContext } from "../rule.ts";

/** What keeps an account's value from being known, as Missing names it. */
const OF_VALUE = /^(?:position|rate|venue|ticket):/;

/** What one account of the treasury has of something. */
export type Stake = {
  readonly account: Address;
  /** Sorted by position. */
  readonly held: readonly PositionReading[];
  readonly value: BaseUnits;
};

/** Everything that an account owns: what waits to be claimed is its own too. */
function worth({ positions, tickets }: Snapshot): BaseUnits {
  return sumValues([...positions, ...tickets].map((each) => each.value));
}

/** Value of all accounts of the treasury together. */
export function treasuryWorth({ snapshot, siblings }: RuleContext): BaseUnits {
  return sumValues([snapshot, ...siblings].map(worth));
}

/** What each account of the treasury has of some positions, this account first. */
export function stakesOf(
  { snapshot, siblings }: RuleContext,
  isMeant: (held: PositionReading) => boolean,
): readonly [Stake, ...Stake[]] {
  const stake = ({ account, positions }: Snapshot): Stake => {
    const held = positions.filter(isMeant).toSorted((a, b) => compareText(a.position, b.position));
    return { account: account.address, held, value: sumValues(held.map((each) => each.value)) };
  };
  return [stake(snapshot), ...siblings.map(stake)];
}

function isUnread(sibling: Snapshot, { baseAsset }: Snapshot): boolean {
  return (
    sibling.baseAsset !== baseAsset ||
    sibling.missing.some(({ subject }) => OF_VALUE.test(subject)) ||
    sibling.positions.some((each) => rateOf(sibling, each.asset) === null)
  );
}

/** Whether some of the treasury's value was not read: then no share of it is known. */
export function isTreasuryUnknown(context: RuleContext): boolean {
  const { snapshot, siblings } = context;
  return (
    portfolioOf(context).unknown.length > 0 ||
    snapshot.missing.some(({ subject }) => OF_VALUE.test(subject)) ||
    siblings.some((sibling) => isUnread(sibling, snapshot))
  );
}

/** Whether this account, the first, is the one that cures a breach: the one with most; a tie goes to the lowest address. Every account works it out alike. */
export function isOursToCure([own, ...others]: readonly [Stake, ...Stake[]]): boolean {
  return others.every(({ account, value }) =>
    value === own.value ? compareText(own.account, account) < 0 : own.value > value,
  );
}

/** Where the stakes were read, by account. */
export function stakeSources(stakes: readonly Stake[]): readonly PositionReading["source"][] {
  return stakes
    .toSorted((a, b) => compareText(a.account, b.account))
    .flatMap(({ held }) => held.map((each) => each.source));
}
