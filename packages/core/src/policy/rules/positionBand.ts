import { type Portfolio, portfolioOf } from "../../portfolio/portfolio.ts";
import type { BaseUnits, PositionId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { baseUnits } from "../../units/quantities.ts";
import { isAboveShare, isBelowShare, portionDown, portionUp, shareDown, shareUp } from "../../units/share.ts";
import type { Finding } from "../finding.ts";
import type { Band, Policy } from "../policy.ts";
import type { Rule } from "../rule.ts";

const ID = "position-band";

type Held = {
  readonly position: PositionId;
  readonly value: BaseUnits;
  readonly portfolio: Portfolio;
  readonly policy: Policy;
};

function evidenceOf({ position, portfolio }: Held) {
  return portfolio.holdings.filter((each) => each.position === position).map((each) => each.source);
}

function bound(held: Held, band: Band): Pick<Finding, "code" | "level" | "measured" | "limit" | "effect"> {
  const { position, value } = held;
  const whole = held.portfolio.total;
  if (isAboveShare(value, { max: band.max, of: whole })) {
    return {
      code: "above-max",
      level: "warning",
      measured: { unit: "bps", value: shareUp(value, whole) },
      limit: { unit: "bps", value: band.max },
      effect: { kind: "reduce-to", position, target: portionDown(whole, band.max), urgent: false },
    };
  }
  const measured = { unit: "bps", value: shareDown(value, whole) } as const;
  if (isBelowShare(value, { min: band.min, of: whole })) {
    return {
      code: "below-min",
      level: "warning",
      measured,
      limit: { unit: "bps", value: band.min },
      effect: { kind: "raise-to", position, target: portionUp(whole, band.min) },
    };
  }
  return {
    code: "within-band",
    level: "ok",
    measured,
    limit: { unit: "bps", value: band.max },
    effect: { kind: "none" },
  };
}

function listed(held: Held, band: Band): Finding {
  const subject = { kind: "position", id: held.position } as const;
  const path = { kind: "policy", path: `universe.${held.position}` } as const;
  const evidence = [...evidenceOf(held), path];
  if (held.portfolio.unknown.length === 0) return { rule: ID, subject, evidence, ...bound(held, band) };
  return {
    rule: ID,
    code: "share-unknown",
    subject,
    level: "unknown",
    measured: null,
    limit: { unit: "bps", value: band.max },
    evidence,
    effect: { kind: "freeze-entries", positions: [held.position] },
  };
}

/** Held though the policy does not list it: it may be left and never entered, and the reader should know of it. */
function unlisted(held: Held): Finding {
  return {
    rule: ID,
    code: "not-listed",
    subject: { kind: "position", id: held.position },
    level: "notice",
    measured: { unit: "base", value: held.value },
    limit: null,
    evidence: evidenceOf(held),
    effect: { kind: "freeze-entries", positions: [held.position] },
  };
}

/**
 * Keeps each position's share of the account's value between its minimum and maximum. Guards against one protocol's failure taking more
 * than the owners agreed to risk, and against a reserve (idle money) running dry. A breach is decided exactly, by cross-multiplying;
 * the shown share is rounded against the holder.
 */
export const positionBand: Rule = {
  id: ID,
  codes: ["within-band", "above-max", "below-min", "not-listed", "share-unknown"],
  evaluate: (context) => {
    const portfolio = portfolioOf(context);
    const { policy } = context;
    const bands = new Map(policy.universe.map((band) => [band.position, band]));
    const values = new Map(portfolio.holdings.map((each) => [each.position, each.value]));
    const positions = [...new Set([...bands.keys(), ...values.keys()])].sort(compareText);
    return positions.flatMap((position) => {
      const band = bands.get(position);
      const held = { position, value: values.get(position) ?? baseUnits(0n), portfolio, policy };
      if (band !== undefined) return [listed(held, band)];
      return held.value > 0n ? [unlisted(held)] : [];
    });
  },
};
