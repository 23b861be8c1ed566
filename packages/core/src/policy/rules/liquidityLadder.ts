import { liquidWithin } from "../../portfolio/liquidWithin.ts";
import { portfolioOf } from "../../portfolio/portfolio.ts";
import { settlementAsset } from "../../portfolio/settlementAsset.ts";
import type { BaseUnits, PositionId } from "../../units/brands.ts";
import { formatDurationExact } from "../../units/formatDuration.ts";
import { ascending, subtractToZero, sumValues } from "../../units/order.ts";
import { baseUnits } from "../../units/quantities.ts";
import { isBelowShare, portionUp, shareDown } from "../../units/share.ts";
import type { Finding } from "../finding.ts";
import type { LiquidityRung } from "../policy.ts";
import type { Rule, RuleContext } from "../rule.ts";

const ID = "liquidity-ladder";

function shortfall(context: RuleContext, missing: BaseUnits): Finding["effect"] {
  const { snapshot } = context;
  const asset = settlementAsset(snapshot.baseAsset);
  const position = `idle:${asset}` as PositionId;
  const idle = snapshot.positions.find((each) => each.position === position)?.value ?? 0n;
  return { kind: "raise-to", position, target: baseUnits(idle + missing) };
}

function judge(context: RuleContext, rung: LiquidityRung): Finding {
  const { total, unknown } = portfolioOf(context);
  const { market, protocol, evidence, isPartial } = liquidWithin(context, rung.within);
  const liquid = sumValues([market, protocol]);
  const within = formatDurationExact(rung.within);
  const base = {
    rule: ID,
    subject: { kind: "asset", id: `${context.snapshot.baseAsset} within ${within}` },
    limit: { unit: "bps", value: rung.share },
    evidence: [...evidence, { kind: "policy", path: `liquidity.${within}` }],
  } as const satisfies Partial<Finding>;
  const isShort = isBelowShare(liquid, { min: rung.share, of: total });
  if (unknown.length > 0 || (isShort && isPartial)) {
    return {
      ...base,
      code: "liquidity-unknown",
      level: "unknown",
      measured: null,
      effect: { kind: "freeze-entries", positions: "all" },
    };
  }
  const measured = { unit: "bps", value: shareDown(liquid, total) } as const;
  if (!isShort) return { ...base, code: "enough-liquidity", level: "ok", measured, effect: { kind: "none" } };
  const missing = subtractToZero<BaseUnits>(portionUp(total, rung.share), liquid);
  return {
    ...base,
    code: "too-little-liquidity",
    level: "warning",
    measured,
    effect: shortfall(context, missing),
  };
}

/**
 * At least a share of the account's value must be able to become the base asset within a time, as liquidWithin counts it: idle money and what markets take at once, and
 * what protocols pay in time. Guards against yield that cannot be taken home when the treasury has to pay. A held position with a way out that could not be read
 * counts nothing for it: enough without it is enough, too little without it is unknown.
 */
export const liquidityLadder: Rule = {
  id: ID,
  codes: ["enough-liquidity", "too-little-liquidity", "liquidity-unknown"],
  evaluate: (context) => {
    if (context.policy.liquidity.length === 0) return [];
    return context.policy.liquidity
      .toSorted((a, b) => ascending(a.within, b.within))
      .map((rung) => judge(context, rung));
  },
};
