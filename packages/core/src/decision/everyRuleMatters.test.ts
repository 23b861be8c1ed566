import { afterEach, describe, expect, test, vi } from "vitest";
import { encodeCanonical } from "../encoding/encodeCanonical.ts";
import type { RuleContext } from "../policy/rule.ts";
import { planRules } from "../policy/rules/planRules.ts";
import { rules } from "../policy/rules/rules.ts";
import { decideFor } from "../testing/decideFor.ts";
import { goldenCases } from "../testing/goldenCases.ts";

type Part = (context: RuleContext) => string;

const whole: Part = (context) => encodeCanonical(decideFor(context));

/** Without what was found well: a rule on the account that only ever says `ok` would not be missed. A plan is made to break nothing, so its rules mostly say so. */
const telling: Part = (context) => {
  const { findings, outcome, rejected } = decideFor(context);
  return encodeCanonical({ outcome, rejected, findings: findings.filter(({ level }) => level !== "ok") });
};

const allOf = (part: Part) => goldenCases.map(({ context }) => part(context));
const before = new Map([whole, telling].map((part) => [part, allOf(part)]));

function changedWithout(part: Part, remove: () => void): string[] {
  remove();
  return goldenCases
    .filter(({ context }, index) => part(context) !== before.get(part)?.[index])
    .map(({ name }) => name);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("without any one rule of the list, some golden decision is another", () => {
  test.each(rules.map((rule) => ({ id: rule.id, rule })))("$id", ({ rule }) => {
    expect(changedWithout(telling, () => vi.spyOn(rule, "evaluate").mockReturnValue([]))).not.toEqual([]);
  });

  test.each(planRules.map((rule) => ({ id: rule.id, rule })))("$id, of a plan", ({ rule }) => {
    expect(changedWithout(whole, () => vi.spyOn(rule, "judge").mockReturnValue([]))).not.toEqual([]);
  });
});
