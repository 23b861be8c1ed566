import { kindOf } from "../../exposure/causeOf.ts";
import { exposedOf } from "../../exposure/exposedOf.ts";
import { lookThrough } from "../../exposure/lookThrough.ts";
import { type Reach, reachOf } from "../../exposure/reachOf.ts";
import type { CauseKind, LookThrough } from "../../exposure/types.ts";
import { portfolioOf } from "../../portfolio/portfolio.ts";
import type { Snapshot } from "../../snapshot/types.ts";
import type { BaseUnits, Bps } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { mulDivUp } from "../../units/mulDiv.ts";
import { ratioBps } from "../../units/quantities.ts";
import { BPS_ONE, portionDown } from "../../units/share.ts";
import type { Effect, Finding, Quantity } from "../finding.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { freezing } from "./answer.ts";
import { causeEvidence, reachedPositions } from "./causeEvidence.ts";
import { watchedPositions } from "./concerned.ts";
import { reduceCause } from "./reduceCause.ts";
import { isTreasuryUnknown, treasuryWorth } from "./treasury.ts";

const ID = "shared-cause-cap";

type Scope = "account" | "treasury";
type Asked = { readonly kind: CauseKind; readonly max: Bps; readonly scope: Scope };
/** What the account, or the treasury, has, and what of it is this account's own. */
type Seen = { readonly own: LookThrough; readonly all: LookThrough; readonly total: BaseUnits };

function seenOf(context: RuleContext, scope: Scope): Seen | null {
  const { snapshot, siblings } = context;
  const facts = snapshot.exposures ?? [];
  const through = (snapshots: readonly Snapshot[]) => lookThrough(snapshots.flatMap(exposedOf), facts);
  const own = through([snapshot]);
  if (scope === "account") {
    const { total, unknown } = portfolioOf(context);
    return unknown.length > 0 ? null : { own, all: own, total };
  }
  if (isTreasuryUnknown(context)) return null;
  return { own, all: through([snapshot, ...siblings]), total: treasuryWorth(context) };
}

function isAbove({ weight }: Reach, { max, whole }: { max: Bps; whole: bigint }): boolean {
  return weight * BPS_ONE > max * whole;
}

function shareUp({ weight }: Reach, whole: bigint): Quantity {
  return {
    unit: "bps",
    value: ratioBps(whole === 0n ? 0n : mulDivUp(weight, { times: BPS_ONE, over: whole })),
  };
}

/** Of the treasury's accounts the one that the cause reaches most of cures it, the lowest address of equals; the others add nothing to it. */
function isOurs({ snapshot, siblings }: RuleContext, { cause }: Reach): boolean {
  const facts = snapshot.exposures ?? [];
  const reachIn = (each: Snapshot) => {
    const through = lookThrough(exposedOf(each), facts);
    const weight = reachOf(through, [kindOf(cause)]).find((reach) => reach.cause === cause)?.weight;
    return { weight: weight ?? 0n, scale: through.scale };
  };
  const own = reachIn(snapshot);
  return siblings.every((sibling) => {
    const other = reachIn(sibling);
    const [ours, theirs] = [own.weight * other.scale, other.weight * own.scale];
    return ours === theirs
      ? compareText(snapshot.account.address, sibling.account.address) < 0
      : ours > theirs;
  });
}

function cure(context: RuleContext, { seen, reach, max }: { seen: Seen; reach: Reach; max: Bps }): Effect {
  const { own, all, total } = seen;
  const frozen = freezing(reachedPositions(own, [reach.cause]));
  if (all !== own && !isOurs(context, reach)) return frozen;
  const excess = reach.weight - portionDown(total, max) * all.scale;
  // The excess is a weight of the whole treasury; this account's own slices may count in a smaller scale.
  const inOwnScale = mulDivUp(excess, { times: own.scale, over: all.scale });
  const { positions } = context.snapshot;
  const effect = reduceCause(own, { cause: reach.cause, excess: inOwnScale, positions });
  return effect.kind === "none" ? frozen : effect;
}

function judge(context: RuleContext, { kind, max, scope }: Asked): Finding[] {
  const limit = { unit: "bps", value: max } as const;
  const policy = { kind: "policy", path: `caps.sharedCauses.${kind}.${scope}` } as const;
  const base = { rule: ID, limit } as const;
  const seen = seenOf(context, scope);
  if (seen === null) {
    const effect = freezing(watchedPositions(context).map(({ position }) => position));
    const subject = { kind: "cause", id: kind } as const;
    const nothing = { measured: null, evidence: [policy], effect } as const;
    return [{ ...base, ...nothing, subject, code: `${scope}-share-unknown`, level: "unknown" }];
  }
  const whole = seen.total * seen.all.scale;
  const reaches = reachOf(seen.all, [kind]).toSorted((a, b) =>
    a.weight === b.weight ? compareText(a.cause, b.cause) : a.weight > b.weight ? -1 : 1,
  );
  const found = (reach: Reach) => ({
    ...base,
    subject: { kind: "cause", id: reach.cause } as const,
    measured: shareUp(reach, whole),
    evidence: [...causeEvidence(context.snapshot, { through: seen.all, causes: [reach.cause] }), policy],
  });
  const above = reaches.filter((reach) => isAbove(reach, { max, whole }));
  if (above.length > 0)
    return above.map((reach) => ({
      ...found(reach),
      code: `above-${scope}-cap`,
      level: "warning",
      effect: cure(context, { seen, reach, max }),
    }));
  const [largest] = reaches;
  if (largest === undefined) return [];
  return [{ ...found(largest), code: `within-${scope}-cap`, level: "ok", effect: { kind: "none" } }];
}

/**
 * Caps what one shared cause reaches: an operator, an AVS, a bridge, an oracle, an admin key, or a protocol that others are built on, seen through every position, of this account and of the
 * treasury. Guards against several venues that fail together, which no cap on venues sees. What venues depend on is stated by their adapters, with source and day; what is not stated of a kind
 * is one cause for all venues of which it is not, so that ignorance is no diversification. What waits in a queue counts until it is claimed. Told is the worst cause, or each that is
 * above. In the treasury one account cures it, the one that it reaches most of. If any value was not read, no share is known and nothing is entered.
 */
export const sharedCauseCap: Rule = {
  id: ID,
  codes: [
    "within-account-cap",
    "above-account-cap",
    "account-share-unknown",
    "within-treasury-cap",
    "above-treasury-cap",
    "treasury-share-unknown",
  ],
  evaluate: (context) =>
    (context.policy.caps.sharedCauses ?? [])
      .toSorted((a, b) => compareText(a.kind, b.kind))
      .flatMap(({ kind, account, treasury }) => [
        ...(account === undefined ? [] : judge(context, { kind, max: account, scope: "account" })),
        ...(treasury === undefined ? [] : judge(context, { kind, max: treasury, scope: "treasury" })),
      ]),
};
