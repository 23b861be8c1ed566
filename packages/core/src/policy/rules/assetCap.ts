import type { Portfolio } from "../../portfolio/portfolio.ts";
import { portfolioOf } from "../../portfolio/portfolio.ts";
import { rateOf } from "../../portfolio/rateOf.ts";
import type { PositionReading } from "../../snapshot/types.ts";
import type { AssetId, BaseUnits } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { subtractToZero, sumValues } from "../../units/order.ts";
import { isAboveShare, portionDown, shareUp } from "../../units/share.ts";
import { valueUp } from "../../units/value.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { Finding } from "../finding.ts";
import type { AssetCap } from "../policy.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { freezing } from "./answer.ts";
import { yardstick } from "./backing.ts";
import { reduceLargest } from "./reduceLargest.ts";

const ID = "asset-cap";

/** Assets whose loss a position bears: its own, and what its protocol pays it out in. */
function assetsOf({ snapshot }: RuleContext, { position, asset }: PositionReading): AssetId[] {
  const paid = snapshot.exits.filter((each) => each.position === position).map((each) => each.assetOut);
  return [asset, ...paid];
}

/** Whether one is the other, or both grow by the same rate. */
function isSame(context: RuleContext, [a, b]: readonly [AssetId, AssetId]): boolean {
  return yardstick(context, a) === yardstick(context, b);
}

function positionsOf(context: RuleContext, { asset }: AssetCap): PositionReading[] {
  return context.snapshot.positions
    .filter((held) => assetsOf(context, held).some((own) => isSame(context, [own, asset])))
    .toSorted((a, b) => compareText(a.position, b.position));
}

/** What waits in queues and pays in the asset, rounded up. */
function waiting(context: RuleContext, { portfolio, asset }: AssetCap & { portfolio: Portfolio }): BaseUnits {
  const paid = portfolio.tickets
    .flatMap(({ pays }) => pays)
    .filter((pay) => isSame(context, [pay.asset, asset]));
  return sumValues(paid.map((pay) => valueUp(pay.payout, rateOf(context.snapshot, pay.asset) ?? WAD_ONE)));
}

function judge(context: RuleContext, { portfolio, cap }: { portfolio: Portfolio; cap: AssetCap }): Finding {
  const { asset, max } = cap;
  const { total, unknown } = portfolio;
  const held = positionsOf(context, cap);
  const value = sumValues([...held.map((each) => each.value), waiting(context, { ...cap, portfolio })]);
  const base = {
    rule: ID,
    subject: { kind: "asset", id: asset },
    limit: { unit: "bps", value: max },
    evidence: [...held.map((each) => each.source), { kind: "policy", path: `caps.assets.${asset}` }],
  } as const satisfies Partial<Finding>;
  const frozen = freezing(held.map((each) => each.position));
  if (unknown.length > 0)
    return { ...base, code: "share-unknown", level: "unknown", measured: null, effect: frozen };
  const measured = { unit: "bps", value: shareUp(value, total) } as const;
  if (!isAboveShare(value, { max, of: total }))
    return { ...base, code: "within-cap", level: "ok", measured, effect: { kind: "none" } };
  const excess = subtractToZero<BaseUnits>(value, portionDown(total, max));
  const effect = held.some((each) => each.value > 0n) ? reduceLargest(held, excess) : frozen;
  return { ...base, code: "above-cap", level: "warning", measured, effect };
}

/**
 * Caps the share of the account's value in one asset, whatever venue or form holds it: a token, the rebasing token that grows by the same rate, what a protocol pays out in it, and
 * withdrawals that will pay in it. Guards against one token's failure reaching the account through several venues: stETH held, wrapped and restaked is all stETH. Above the
 * cap the largest position gives. If any value of the account was not read, no share is known and nothing is added.
 */
export const assetCap: Rule = {
  id: ID,
  codes: ["within-cap", "above-cap", "share-unknown"],
  evaluate: (context) => {
    const portfolio = portfolioOf(context);
    return (context.policy.caps.assets ?? [])
      .toSorted((a, b) => compareText(a.asset, b.asset))
      .map((cap) => judge(context, { portfolio, cap }));
  },
};
