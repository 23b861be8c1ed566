import { describe, expect, test } from "vitest";
import type { Effect, Finding } from "../policy/finding.ts";
import { eth } from "../testing/world.ts";
import type { PositionId } from "../units/brands.ts";
import { barrierOf, haltOf, stillnessOf } from "./barrier.ts";

const position = "etherfi:weETH" as PositionId;
const FREEZE: Effect = { kind: "freeze-entries", positions: [position] };
const REDUCE: Effect = { kind: "reduce-to", position, target: eth("1"), urgent: false };
const RAISE: Effect = { kind: "raise-to", position, target: eth("1") };

function finding(changes: Partial<Finding>): Finding {
  return {
    rule: "r",
    code: "c",
    subject: { kind: "account" },
    level: "ok",
    measured: null,
    limit: null,
    evidence: [],
    effect: { kind: "none" },
    ...changes,
  };
}

const halt = (code: string) => finding({ code, level: "critical", effect: { kind: "halt" } });
const hold = (rule: string, level: Finding["level"] = "notice") =>
  finding({ rule, level, effect: { kind: "hold" } });

describe("haltOf", () => {
  test.each([
    { name: "nothing halts nothing", findings: [finding({})], because: null },
    { name: "missing data", findings: [halt("value-unknown")], because: "data-missing" },
    { name: "a source that disagrees", findings: [halt("source-disagrees")], because: "sources-disagree" },
    {
      name: "a dispute beside missing data",
      findings: [halt("value-unknown"), halt("reading-disputed")],
      because: "sources-disagree",
    },
    { name: "too few sources", findings: [halt("below-quorum")], because: "data-missing" },
  ])("$name", ({ findings, because }) => {
    expect(haltOf(findings)).toEqual(because === null ? null : { kind: "refuse", because });
  });
});

describe("barrierOf", () => {
  test.each([
    {
      name: "nothing in the way",
      findings: [finding({}), finding({ level: "warning", effect: REDUCE })],
      outcome: null,
    },
    { name: "an open proposal", findings: [hold("open-proposal")], outcome: "hold proposal-open" },
    { name: "the cooldown", findings: [hold("cooldown")], outcome: "hold cooling-down" },
    {
      name: "both: the proposal is told",
      findings: [hold("cooldown"), hold("open-proposal")],
      outcome: "hold proposal-open",
    },
    {
      name: "a yield that is not known",
      findings: [hold("missing-data", "unknown")],
      outcome: "refuse data-missing",
    },
    {
      name: "a feed that is silent",
      findings: [finding({ level: "unknown", effect: FREEZE })],
      outcome: "hold entries-frozen",
    },
    {
      name: "a silent feed beside a missing route",
      findings: [finding({ level: "unknown", effect: FREEZE }), hold("missing-data", "unknown")],
      outcome: "refuse data-missing",
    },
    {
      name: "a known depeg does not stand in the way of repairs",
      findings: [finding({ level: "warning", effect: FREEZE })],
      outcome: null,
    },
  ])("$name", ({ findings, outcome }) => {
    const found = barrierOf(findings);
    expect(found === null ? null : `${found.kind} ${found.because}`).toBe(outcome);
  });
});

describe("stillnessOf", () => {
  test.each([
    { name: "all is well", findings: [finding({})], outcome: "hold within-limits" },
    {
      name: "entries are frozen",
      findings: [finding({ level: "warning", effect: FREEZE })],
      outcome: "hold entries-frozen",
    },
    {
      name: "a notice freezes nothing that matters",
      findings: [finding({ level: "notice", effect: FREEZE })],
      outcome: "hold within-limits",
    },
    {
      name: "a broken limit is never within limits",
      findings: [finding({ level: "warning", effect: REDUCE })],
      outcome: "refuse infeasible",
    },
    {
      name: "a lack that a freeze keeps from being filled",
      findings: [finding({ level: "warning", effect: RAISE }), finding({ level: "warning", effect: FREEZE })],
      outcome: "hold entries-frozen",
    },
    {
      name: "an excess that cannot leave, beside a freeze",
      findings: [
        finding({ level: "warning", effect: REDUCE }),
        finding({ level: "warning", effect: FREEZE }),
      ],
      outcome: "refuse infeasible",
    },
  ])("$name", ({ findings, outcome }) => {
    const found = stillnessOf(findings);
    expect(`${found.kind} ${found.because}`).toBe(outcome);
  });
});
