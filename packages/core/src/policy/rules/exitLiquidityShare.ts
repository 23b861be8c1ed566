import { type ExitDepth, exitDepth } from "../../curve/exitDepth.ts";
import { isMarketAsset } from "../../portfolio/isMarketAsset.ts";
import type { AssetId, BaseUnits, Bps, PositionId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { subtractToZero, sumValues } from "../../units/order.ts";
import { isAboveShare, portionDown, shareUp } from "../../units/share.ts";
import type { Finding } from "../finding.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { freezing } from "./answer.ts";
import { watchedPositions } from "./concerned.ts";
import { reduceLargest } from "./reduceLargest.ts";
import { isOursToCure, isTreasuryUnknown, type Stake, stakeSources, stakesOf } from "./treasury.ts";

const ID = "exit-liquidity-share";

type Asked = { readonly asset: AssetId; readonly max: Bps };
type Judged = { readonly stakes: readonly [Stake, ...Stake[]]; readonly positions: readonly PositionId[] };

/** Above the share of a known depth, whoever has most gives. Beyond the last quote nothing is proven: nothing is added, and nothing has to leave for it. */
function verdict(
  { stakes, positions }: Judged,
  { together, max, depth }: { together: BaseUnits; max: Bps; depth: ExitDepth },
): Pick<Finding, "code" | "level" | "measured" | "effect"> & Partial<Pick<Finding, "limit">> {
  const frozen = freezing(positions);
  if (depth.value === 0n && together > 0n) {
    const held = { unit: "base", value: together } as const;
    return { code: "no-liquidity", level: "warning", measured: held, limit: null, effect: frozen };
  }
  const measured = { unit: "bps", value: shareUp(together, depth.value) } as const;
  if (!isAboveShare(together, { max, of: depth.value }))
    return { code: "within-share", level: "ok", measured, effect: { kind: "none" } };
  if (depth.isCut) return { code: "liquidity-unproven", level: "notice", measured, effect: frozen };
  const excess = subtractToZero<BaseUnits>(together, portionDown(depth.value, max));
  const effect = isOursToCure(stakes) ? reduceLargest(stakes[0].held, excess) : frozen;
  return { code: "above-share", level: "warning", measured, effect };
}

function judge(context: RuleContext, { asset, max }: Asked): Finding {
  const stakes = stakesOf(context, (held) => held.asset === asset);
  const positions = watchedPositions(context)
    .filter((held) => held.asset === asset)
    .map((held) => held.position);
  const together = sumValues(stakes.map((each) => each.value));
  const depth = exitDepth(context.snapshot, { asset, maxCost: context.policy.costs.slippage, from: "rate" });
  const base = {
    rule: ID,
    subject: { kind: "asset", id: asset },
    measured: null,
    limit: { unit: "bps", value: max },
    evidence: [
      ...stakeSources(stakes),
      ...(depth === null ? [] : [depth.curve.source]),
      { kind: "policy", path: "caps.exitLiquidityShare" },
    ],
  } as const satisfies Partial<Finding>;
  if (!isMarketAsset(context.snapshot, asset))
    return { ...base, code: "no-market", level: "notice", effect: { kind: "none" } };
  if (depth === null || isTreasuryUnknown(context))
    return { ...base, code: "share-unknown", level: "unknown", effect: freezing(positions) };
  return { ...base, ...verdict({ stakes, positions }, { together, max, depth }) };
}

/**
 * Caps what the treasury's accounts hold together of an asset against what its best pool takes at once within the slippage ceiling. Guards against a position that is small in the account and large
 * in its market: in a crisis others sell too, and only a part of the pool is ours. Where quotes end before the ceiling is reached, more may be there than was seen: nothing is added, and nothing
 * has to leave. What markets do not trade leaves by its protocol, which the liquidity ladder counts. An asset that was not quoted is unknown and freezes entries.
 */
export const exitLiquidityShare: Rule = {
  id: ID,
  codes: ["within-share", "above-share", "liquidity-unproven", "no-liquidity", "no-market", "share-unknown"],
  evaluate: (context) => {
    const max = context.policy.caps.exitLiquidityShare;
    if (max === undefined) return [];
    const assets = new Set(watchedPositions(context).map((held) => held.asset));
    return [...assets].sort(compareText).map((asset) => judge(context, { asset, max }));
  },
};
