import { assetYield } from "../../history/assetYield.ts";
import { isMarketAsset } from "../../portfolio/isMarketAsset.ts";
import { portfolioOf } from "../../portfolio/portfolio.ts";
import { isBaseLike, settlementAsset } from "../../portfolio/settlementAsset.ts";
import type { PositionReading } from "../../snapshot/types.ts";
import type { TicketReading } from "../../ticket/ticketReading.ts";
import { compareText } from "../../units/compareText.ts";
import type { Effect, Finding, Subject } from "../finding.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { subjectKey } from "../sortFindings.ts";

const ID = "missing-data";
const HALT: Effect = { kind: "halt" };
const HOLD: Effect = { kind: "hold" };

function finding(rest: Pick<Finding, "code" | "subject" | "effect"> & Partial<Finding>): Finding {
  const evidence = [{ kind: "header", field: "hash" }] as const;
  return { rule: ID, level: "unknown", measured: null, limit: null, evidence, ...rest };
}

/** `position:lido:wstETH` → the position; what is named in another way stays a source. */
function subjectOf(missing: string): Subject {
  const id = missing.slice(missing.indexOf(":") + 1);
  if (missing.startsWith("position:")) return { kind: "position", id: id as PositionReading["position"] };
  if (missing.startsWith("ticket:")) return { kind: "ticket", id: id as TicketReading["ticket"] };
  if (missing.startsWith("venue:")) return { kind: "venue", id: id as PositionReading["venue"] };
  if (missing.startsWith("rate:")) return { kind: "asset", id };
  if (missing.startsWith("route:")) return { kind: "route", id };
  return { kind: "source", id: missing };
}

/** Value, the Safe and the fees: without them no proposal of any kind can be justified or built. */
function essentials(context: RuleContext): Finding[] {
  const { snapshot } = context;
  const values = portfolioOf(context).unknown.map((subject) => ({
    code: "value-unknown",
    subject: subjectOf(subject),
  }));
  const lost = new Set(snapshot.missing.map((each) => each.subject));
  const whole = [
    ...(snapshot.safe === null || lost.has("safe") ? ["safe"] : []),
    ...(snapshot.gas === null || lost.has("gas") ? ["gas"] : []),
  ].map((id) => ({ code: `${id}-unknown`, subject: { kind: "source", id } as const }));
  return [...values, ...whole].map((each) => finding({ ...each, effect: HALT }));
}

/** What was not read and has no name that this rule knows: it cannot tell what depends on it. */
function strangers({ snapshot }: RuleContext): Finding[] {
  const known = /^(?:(?:position|rate|venue|feed|route|ticket|exit|figure):|safe$|gas$)/;
  return snapshot.missing
    .filter((each) => !known.test(each.subject))
    .map((each) =>
      finding({ code: "reading-unknown", subject: { kind: "source", id: each.subject }, effect: HALT }),
    );
}

function traded({ snapshot, policy }: RuleContext): PositionReading[] {
  const open = new Set(policy.universe.filter((band) => band.max > 0n).map((band) => band.position));
  return snapshot.positions
    .filter((held) => !isBaseLike(held.asset, snapshot.baseAsset))
    .filter((held) => held.value > 0n || open.has(held.position));
}

/**
 * Both directions of every asset that a market may trade. Without one no cost is known, so no rebalance; emergencies judge their own route. What only its
 * protocol takes back has no route to miss.
 */
function routes(context: RuleContext): Finding[] {
  const { snapshot } = context;
  const base = settlementAsset(snapshot.baseAsset);
  const wanted = traded(context)
    .filter(({ asset }) => isMarketAsset(snapshot, asset))
    .flatMap(({ asset }) => [
      { assetIn: asset, assetOut: base },
      { assetIn: base, assetOut: asset },
    ]);
  const absent = wanted
    .filter(
      ({ assetIn, assetOut }) =>
        !snapshot.curves.some(
          (each) => each.assetIn === assetIn && each.assetOut === assetOut && each.points.length > 0,
        ),
    )
    .map(({ assetIn, assetOut }) => `${assetIn}>${assetOut}`);
  const faults = snapshot.missing
    .filter((each) => each.subject.startsWith("route:"))
    .map((each) => each.subject.slice(each.subject.lastIndexOf(":") + 1));
  return [...new Set([...absent, ...faults])].map((id) =>
    finding({ code: "route-unknown", subject: { kind: "route", id }, effect: HOLD }),
  );
}

/** A way out through a protocol that was not read: a plan might count on a worse one, so no rebalance. */
function exits({ snapshot }: RuleContext): Finding[] {
  const subjects = snapshot.missing.filter((each) => each.subject.startsWith("exit:"));
  return [...new Set(subjects.map((each) => each.subject.slice("exit:".length)))].map((id) =>
    finding({ code: "exit-unknown", subject: { kind: "route", id }, effect: HOLD }),
  );
}

/** A yield that is not known cannot be compared, so nothing moves for yield until it is. */
function yields(context: RuleContext): Finding[] {
  const window = { unit: "seconds", value: context.policy.objective.yieldWindow } as const;
  return [...new Set(traded(context).map((held) => held.asset))].flatMap((asset) => {
    const reading = assetYield(context, asset);
    if (reading.kind === "known") return [];
    const measured = { unit: "seconds", value: reading.have } as const;
    const evidence = [{ kind: "policy", path: "objective.yieldWindow" }] as const;
    return [
      finding({
        code: "yield-unknown",
        subject: { kind: "asset", id: asset },
        measured,
        limit: window,
        evidence,
        effect: HOLD,
      }),
    ];
  });
}

/**
 * What should have been read for this account and was not. Guards against the silent zero: a failed read of a balance, taken as 0, looks
 * like a position to refill. Value (a ticket's too), Safe and fees halt; a route, a protocol's way out or a yield holds rebalances and lets emergencies pass, which ask for
 * their own route. Feeds are judged by the stale-oracle rule, and a venue's figures by the guards that compare them.
 */
export const missingData: Rule = {
  id: ID,
  codes: [
    "all-read",
    "value-unknown",
    "safe-unknown",
    "gas-unknown",
    "route-unknown",
    "exit-unknown",
    "yield-unknown",
    "reading-unknown",
  ],
  evaluate: (context) => {
    const found = [essentials, strangers, routes, exits, yields].flatMap((part) => part(context));
    if (found.length === 0) {
      return [
        finding({ code: "all-read", subject: { kind: "account" }, level: "ok", effect: { kind: "none" } }),
      ];
    }
    return found.toSorted(
      (a, b) => compareText(subjectKey(a.subject), subjectKey(b.subject)) || compareText(a.code, b.code),
    );
  },
};
