import type { Source } from "../../chain/types.ts";
import { portfolioOf } from "../../portfolio/portfolio.ts";
import { saleWithin } from "../../portfolio/saleWithin.ts";
import { isBaseLike, settlementAsset } from "../../portfolio/settlementAsset.ts";
import type { BaseUnits, PositionId } from "../../units/brands.ts";
import { formatDurationExact } from "../../units/formatDuration.ts";
import { ascending, min, subtractToZero, sumValues } from "../../units/order.ts";
import { baseUnits } from "../../units/quantities.ts";
import { isBelowShare, portionUp, shareDown } from "../../units/share.ts";
import type { Finding } from "../finding.ts";
import type { LiquidityRung } from "../policy.ts";
import type { Rule, RuleContext } from "../rule.ts";

const ID = "liquidity-ladder";

/** What could leave now, what it was seen from, and whether a held position had no known way out. */
type Liquid = {
  readonly value: BaseUnits;
  readonly evidence: readonly Source[];
  readonly isPartial: boolean;
};

function liquidNow(context: RuleContext): Liquid {
  const { snapshot, policy } = context;
  const parts = portfolioOf(context).holdings.map((holding) => {
    if (isBaseLike(holding.asset, snapshot.baseAsset))
      return { value: holding.value, sources: [holding.source] };
    const sale = saleWithin(snapshot, { holding, maxCost: policy.costs.slippage });
    if (sale === null) return { value: null, sources: [holding.source] };
    // A market above the accounting rate does not make more of the position liquid than there is of it.
    return {
      value: min(baseUnits(sale.amountOut), holding.value),
      sources: [holding.source, sale.curve.source],
    };
  });
  return {
    value: sumValues(parts.map((part) => part.value ?? baseUnits(0n))),
    evidence: parts.flatMap((part) => part.sources),
    isPartial: parts.some((part) => part.value === null),
  };
}

function shortfall(context: RuleContext, missing: BaseUnits): Finding["effect"] {
  const { snapshot } = context;
  const asset = settlementAsset(snapshot.baseAsset);
  const position = `idle:${asset}` as PositionId;
  const idle = snapshot.positions.find((each) => each.position === position)?.value ?? 0n;
  return { kind: "raise-to", position, target: baseUnits(idle + missing) };
}

function judge(context: RuleContext, { rung, liquid }: { rung: LiquidityRung; liquid: Liquid }): Finding {
  const { total, unknown } = portfolioOf(context);
  const within = formatDurationExact(rung.within);
  const base = {
    rule: ID,
    subject: { kind: "asset", id: `${context.snapshot.baseAsset} within ${within}` },
    limit: { unit: "bps", value: rung.share },
    evidence: [...liquid.evidence, { kind: "policy", path: `liquidity.${within}` }],
  } as const satisfies Partial<Finding>;
  const isShort = isBelowShare(liquid.value, { min: rung.share, of: total });
  if (unknown.length > 0 || (isShort && liquid.isPartial)) {
    return {
      ...base,
      code: "liquidity-unknown",
      level: "unknown",
      measured: null,
      effect: { kind: "freeze-entries", positions: "all" },
    };
  }
  const measured = { unit: "bps", value: shareDown(liquid.value, total) } as const;
  if (!isShort) return { ...base, code: "enough-liquidity", level: "ok", measured, effect: { kind: "none" } };
  const missing = subtractToZero<BaseUnits>(portionUp(total, rung.share), liquid.value);
  return {
    ...base,
    code: "too-little-liquidity",
    level: "warning",
    measured,
    effect: shortfall(context, missing),
  };
}

/**
 * At least a share of the account's value must be able to become the base asset within a time. Idle money counts at once; a position
 * counts at once for what its market buys within the slippage ceiling, at what the market pays. No venue in use has a timed exit yet, so
 * every rung counts the same ways out. Guards against yield that cannot be taken home when the treasury has to pay. A held position without a
 * readable way out counts nothing: enough without it is enough, too little without it is unknown.
 */
export const liquidityLadder: Rule = {
  id: ID,
  codes: ["enough-liquidity", "too-little-liquidity", "liquidity-unknown"],
  evaluate: (context) => {
    if (context.policy.liquidity.length === 0) return [];
    const liquid = liquidNow(context);
    return context.policy.liquidity
      .toSorted((a, b) => ascending(a.within, b.within))
      .map((rung) => judge(context, { rung, liquid }));
  },
};
