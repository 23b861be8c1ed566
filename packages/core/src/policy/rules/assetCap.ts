import { portfolioOf } from "../../portfolio/portfolio.ts";
import type { BaseUnits, Bps } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { subtractToZero, sumValues } from "../../units/order.ts";
import { isAboveShare, portionDown, shareUp } from "../../units/share.ts";
import type { Finding } from "../finding.ts";
import type { AssetCap } from "../policy.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { freezing } from "./answer.ts";
import { type AssetStake, assetStake } from "./assetStake.ts";
import { reduceLargest } from "./reduceLargest.ts";
import { isOursToCure, isTreasuryUnknown, stakeSources, treasuryWorth } from "./treasury.ts";

const ID = "asset-cap";

/** Of the account itself, or of all accounts of the treasury; codes of the former have no word for it. */
type Asked = Pick<AssetCap, "asset"> & { readonly max: Bps; readonly isTreasury: boolean };
type Seen = {
  readonly stakes: readonly [AssetStake, ...AssetStake[]];
  readonly total: BaseUnits;
  readonly isUnknown: boolean;
};

function seenOf(context: RuleContext, { asset, isTreasury }: Asked): Seen {
  const own = assetStake(context.snapshot, asset);
  if (!isTreasury) {
    const { total, unknown } = portfolioOf(context);
    return { stakes: [own], total, isUnknown: own.isPartial || unknown.length > 0 };
  }
  const others = context.siblings.map((sibling) => assetStake(sibling, asset));
  return {
    stakes: [own, ...others],
    total: treasuryWorth(context),
    isUnknown: [own, ...others].some((each) => each.isPartial) || isTreasuryUnknown(context),
  };
}

function judge(context: RuleContext, asked: Asked): Finding {
  const { asset, max, isTreasury } = asked;
  const { stakes, total, isUnknown } = seenOf(context, asked);
  const value = sumValues(stakes.map((each) => each.value));
  const infix = isTreasury ? "treasury-" : "";
  const base = {
    rule: ID,
    subject: { kind: "asset", id: asset },
    limit: { unit: "bps", value: max },
    evidence: [
      ...stakeSources(stakes),
      { kind: "policy", path: `caps.assets.${asset}.${isTreasury ? "treasury" : "max"}` },
    ],
  } as const satisfies Partial<Finding>;
  const { held } = stakes[0];
  const frozen = freezing(held.map((each) => each.position));
  if (isUnknown)
    return { ...base, code: `${infix}share-unknown`, level: "unknown", measured: null, effect: frozen };
  const measured = { unit: "bps", value: shareUp(value, total) } as const;
  if (!isAboveShare(value, { max, of: total }))
    return { ...base, code: `within-${infix}cap`, level: "ok", measured, effect: { kind: "none" } };
  const excess = subtractToZero<BaseUnits>(value, portionDown(total, max));
  const isCurable = isOursToCure(stakes) && held.some((each) => each.value > 0n);
  const effect = isCurable ? reduceLargest(held, excess) : frozen;
  return { ...base, code: `above-${infix}cap`, level: "warning", measured, effect };
}

/**
 * Caps the share of value in one asset, of the account and of the whole treasury, whatever venue or form holds it: a token, the rebasing token that grows by the same rate, what a
 * protocol pays out in it, and withdrawals that will pay in it. Guards against one token's failure reaching the account through several venues: stETH held, wrapped and restaked is all stETH.
 * Above the cap the largest position gives; in the treasury that of the account with most. If any value was not read, or a way out that may pay in the asset, no share is known and nothing is
 * added.
 */
export const assetCap: Rule = {
  id: ID,
  codes: [
    "within-cap",
    "above-cap",
    "share-unknown",
    "within-treasury-cap",
    "above-treasury-cap",
    "treasury-share-unknown",
  ],
  evaluate: (context) =>
    (context.policy.caps.assets ?? [])
      .toSorted((a, b) => compareText(a.asset, b.asset))
      .flatMap(({ asset, max, treasury }) => [
        judge(context, { asset, max, isTreasury: false }),
        ...(treasury === undefined ? [] : [judge(context, { asset, max: treasury, isTreasury: true })]),
      ]),
};
