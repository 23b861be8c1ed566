import type { Source } from "../../chain/types.ts";
import { assetYield } from "../../history/assetYield.ts";
import type { YieldReading } from "../../history/yieldOverWindow.ts";
import type { PositionReading } from "../../snapshot/types.ts";
import { wad } from "../../units/quantities.ts";
import { BPS_ONE } from "../../units/share.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { Finding, Quantity } from "../finding.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerSights, type Sight } from "./answer.ts";
import { backingOf } from "./backing.ts";
import { watchedPositions } from "./concerned.ts";
import { unseen } from "./unseen.ts";

const ID = "net-yield-low";
const POLICY: Source = { kind: "policy", path: "guards.netYieldLow" };

type Known = Extract<YieldReading, { kind: "known" }>;
type Seen = Pick<Finding, "code" | "measured" | "limit" | "evidence"> & Pick<Sight, "level">;

const sourceOf = ({ source }: Known): readonly Source[] => (source === null ? [] : [source]);
const yearly = (value: bigint): Quantity => ({ unit: "wad", value: wad(value) });

/** The least that the policy accepts: the benchmark's yield less the margin, or nothing without one. null where the benchmark's yield is not known. */
function floorOf(context: RuleContext): { readonly least: bigint; readonly seen: readonly Source[] } | null {
  const { benchmark, margin } = guardOf(context.policy, "netYieldLow");
  if (benchmark === undefined) return { least: 0n, seen: [] };
  const base = assetYield(context, benchmark);
  if (base.kind === "unknown") return null;
  return { least: base.yield - (margin * WAD_ONE) / BPS_ONE, seen: sourceOf(base) };
}

/** A loss whatever staking pays; else what lies below the floor. A rate that fell is the backing guard's news. */
function judge(
  context: RuleContext,
  { held, reading }: { held: PositionReading; reading: Known },
): Seen | null {
  const floor = floorOf(context);
  const measured = yearly(reading.yield);
  const own = [held.source, ...sourceOf(reading)];
  if (reading.yield < 0n) {
    const isFallen = backingOf(context, held.asset).kind === "fallen";
    const code = isFallen ? "yield-of-a-fallen-rate" : "yield-negative";
    const level = isFallen ? "notice" : "tripped";
    return { code, level, measured, limit: yearly(0n), evidence: [...own, POLICY] };
  }
  if (floor === null) return null;
  const evidence = [...own, ...floor.seen, POLICY];
  const isLow = reading.yield < floor.least;
  return {
    code: isLow ? "yield-below-staking" : "yield-earned",
    level: isLow ? "tripped" : "ok",
    measured,
    limit: yearly(floor.least),
    evidence,
  };
}

function unknown(
  { position, source }: PositionReading,
  code: "yield-unknown" | "benchmark-unknown",
): Finding {
  const subject = { kind: "position", id: position } as const;
  return unseen({ rule: ID, code, subject, evidence: [source, POLICY], positions: [position] });
}

/**
 * What is held yields less than nothing, or less than staking does by more than a margin. Guards against being paid less than the base rate for more risk. The yield is the growth of the
 * accounting rate over the policy's yield window: after the protocol's own fees and its losses, before the gas and exit costs that a plan is judged by. The benchmark is an asset that the policy
 * names; without one only a loss trips. A yield that is negative because the rate fell within the guards' window is told, and the backing guard answers it. A yield of something held that is
 * not known is unknown and freezes entries into it.
 */
export const netYieldLow: Rule = {
  id: ID,
  codes: [
    "yield-earned",
    "yield-negative",
    "yield-below-staking",
    "yield-of-a-fallen-rate",
    "exit-asked",
    "yield-unknown",
    "benchmark-unknown",
  ],
  evaluate: (context) => {
    const { response } = guardOf(context.policy, "netYieldLow");
    const unread: Finding[] = [];
    const sights: Sight[] = [];
    for (const held of watchedPositions(context).filter(({ value }) => value > 0n)) {
      const reading = assetYield(context, held.asset);
      const seen = reading.kind === "known" ? judge(context, { held, reading }) : null;
      if (seen === null) {
        unread.push(unknown(held, reading.kind === "known" ? "benchmark-unknown" : "yield-unknown"));
        continue;
      }
      const { level, ...found } = seen;
      const subject = { kind: "position", id: held.position } as const;
      sights.push({ finding: { ...found, subject }, level, positions: [held.position] });
    }
    return [...unread, ...answerSights(context, { rule: ID, response, sights })];
  },
};
