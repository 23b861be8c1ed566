import {
  accountValue,
  type BaseUnits,
  type Bps,
  ETHER,
  formatAmount,
  formatLimitBps,
  type Policy,
  type PossibleExposure,
  portionDown,
  possibleExposure,
  type Snapshot,
} from "@ballast/core";

/** A position or a venue that entries may bring further than before. Values in base units of the account as last seen, rounded down. */
export type GrownExposure = Omit<PossibleExposure, "share"> & {
  readonly before: Bps;
  readonly after: Bps;
  readonly valueBefore: BaseUnits;
  readonly valueAfter: BaseUnits;
  readonly text: string;
};

/** The largest exposures that become possible when `after` replaces `policy`, largest growth first. */
export function grownExposure({
  policy,
  after,
  snapshot,
}: {
  readonly policy: Policy;
  readonly after: Policy;
  readonly snapshot: Snapshot;
}): readonly GrownExposure[] {
  const { value } = accountValue(snapshot);
  const old = new Map(possibleExposure(policy).map(({ kind, id, share }) => [`${kind} ${id}`, share]));
  return possibleExposure(after)
    .map(({ kind, id, share }) => ({
      kind,
      id,
      before: old.get(`${kind} ${id}`) ?? (0n as Bps),
      after: share,
    }))
    .filter((each) => each.after > each.before)
    .toSorted((a, b) => Number(b.after - b.before - (a.after - a.before)))
    .map((each) => {
      const [valueBefore, valueAfter] = [portionDown(value, each.before), portionDown(value, each.after)];
      const text = `${formatLimitBps(each.before)} → ${formatLimitBps(each.after)}, ${shown(valueBefore)} → ${shown(valueAfter)} of the account as last seen`;
      return { ...each, valueBefore, valueAfter, text };
    });
}

function shown(amount: BaseUnits): string {
  return formatAmount({ ...ETHER, amount, places: 4n, rounding: "down" });
}
