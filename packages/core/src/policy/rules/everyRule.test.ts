import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { contentId } from "../../encoding/contentId.ts";
import { findingCopy } from "../../explain/findingSentence.ts";
import { contexts } from "../../testing/arbitraryWorld.ts";
import { frozen, shuffled } from "../../testing/disorder.ts";
import { moveOf, proposalOf } from "../../testing/moves.ts";
import { entryOf, exitOf, judgedPlan, planOf } from "../../testing/plans.ts";
import { troubled } from "../../testing/troubled.ts";
import { CALM, contextOf, SHIFT } from "../../testing/world.ts";
import { evaluate } from "../evaluate.ts";
import type { Finding } from "../finding.ts";
import type { PlanContext, RuleContext } from "../rule.ts";
import { sortFindings } from "../sortFindings.ts";
import { planRules } from "./planRules.ts";
import { rules } from "./rules.ts";

const busy = contextOf({
  ...SHIFT,
  openWork: {
    recent: [
      moveOf({ executed: 60n, entered: ["etherfi:weETH"], exited: ["lido:wstETH"] }),
      moveOf({ executed: 90n }),
    ],
    proposals: [proposalOf(), proposalOf({ kind: "foreign", nonce: 8n })],
  },
});

/** Where rules have much to say. */
const eventful: readonly RuleContext[] = [busy, ...troubled];

/** Nothing was read at all. */
const blind: RuleContext = {
  ...contextOf(CALM),
  history: { ...contextOf(CALM).history, series: [] },
  snapshot: {
    ...contextOf(CALM).snapshot,
    safe: null,
    gas: null,
    positions: [],
    rates: [],
    feeds: [],
    curves: [],
    heads: [],
    missing: [{ subject: "venue:lido", code: "rpc", retry: true, detail: "" }],
  },
};

/** Rules that judge the keeper's own stored work, which is never missing. */
const OWN_WORK = ["cooldown", "dwell", "open-proposal"];

/** What is measured beside a limit of another kind: a loss beside what it was taken of. */
const APART = [
  "operator-slashed/operator-slashed",
  "operator-slashed/slashed-while-queued",
  "operator-slashed/slashed-to-nothing",
];

/** What no decision can change: a way out that its protocol shut, and withdrawals under way. */
const TOLD_ONLY = [
  "operator-slashed/slashed-while-queued",
  "ticket-loss/losing-while-waiting",
  "ticket-loss/pays-less",
  "ticket-stuck/claim-stopped",
  "ticket-stuck/overdue",
  "venue-paused/nothing-remains",
];

function planned(context: RuleContext): PlanContext {
  const plan = planOf(context, {
    actions: [
      exitOf({ position: "lido:wstETH", spend: "10", expected: "11.99", atLeast: "11.97" }),
      entryOf({ position: "etherfi:weETH", spend: "11.97", expected: "11.39", atLeast: "11.36" }),
    ],
  });
  return judgedPlan(context, { plan });
}

type Judge = {
  readonly id: string;
  readonly codes: readonly string[];
  readonly find: (context: RuleContext) => readonly Finding[];
  /** What it says where nothing was read; of a plan, of one that was made before. */
  readonly findBlind: () => readonly Finding[];
};

const judges: readonly Judge[] = [
  ...rules.map((rule) => ({
    id: rule.id,
    codes: rule.codes,
    find: (context: RuleContext) => rule.evaluate(context),
    findBlind: () => rule.evaluate(blind),
  })),
  ...planRules.map((rule) => ({
    id: rule.id,
    codes: rule.codes,
    find: (context: RuleContext) => rule.judge(planned(context)),
    findBlind: () => rule.judge({ ...planned(contextOf(SHIFT)), snapshot: blind.snapshot }),
  })),
];

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("every rule", () => {
  test("has its own id", () => {
    expect(new Set(judges.map((judge) => judge.id)).size).toBe(judges.length);
  });

  test.each(judges)("$id is pure: frozen input, no clock, no randomness, no network", ({ find }) => {
    const seen = [...eventful, contextOf(CALM)];
    const before = seen.map((context) => find(context));
    const forbid = (name: string) => () => {
      throw new Error(`a rule used ${name}`);
    };
    vi.stubGlobal("Date", forbid("Date"));
    vi.stubGlobal("fetch", forbid("fetch"));
    vi.spyOn(Math, "random").mockImplementation(forbid("Math.random"));
    expect(seen.map((context) => find(frozen(context)))).toEqual(before);
  });

  test.each(judges)("$id does not depend on the order of lists", ({ find }) => {
    fc.assert(
      fc.property(fc.integer(), contexts, (seed, context) => {
        for (const each of [context, ...eventful]) {
          expect(sortFindings(find(shuffled(each, seed)))).toEqual(sortFindings(find(each)));
        }
      }),
      { numRuns: 20 },
    );
  });

  test.each(judges)("$id says only what it declares, each with a sentence", ({ id, codes, find }) => {
    fc.assert(
      fc.property(contexts, (context) => {
        for (const found of [context, ...eventful].flatMap(find)) {
          expect(found.rule).toBe(id);
          expect(codes).toContain(found.code);
        }
      }),
      { numRuns: 20 },
    );
    for (const code of codes) expect(findingCopy[`${id}/${code}`], `${id}/${code}`).toBeTypeOf("function");
  });

  test.each(judges)("$id gives evidence for all that it does not find well", ({ find }) => {
    fc.assert(
      fc.property(contexts, (context) => {
        for (const found of [context, ...eventful].flatMap(find)) {
          expect(found.level === "ok" || found.level === "unknown" || found.evidence.length > 0).toBe(true);
          const isStated = ["source-silent", "venue-paused"].includes(found.rule);
          expect(found.measured !== null || found.level !== "warning" || isStated).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    "asset-cap",
    "contract-changed",
    "correlated-slashing",
    "exit-liquidity-falling",
    "exit-liquidity-share",
    "exit-queue",
    "large-outflow",
    "net-yield-low",
    "operator-allocations",
    "operator-cap",
    "operator-slashed",
    "oracle-diverging",
    "price-drawdown",
    "safe-changed",
    "shared-cause-cap",
    "ticket-loss",
    "ticket-stuck",
    "tvl-drop",
    "venue-paused",
    "venue-share",
  ])("in trouble %s has more to say than that all is well", (id) => {
    const levels = troubled.flatMap(evaluate).flatMap(({ rule, level }) => (rule === id ? [level] : []));
    expect(levels.filter((level) => level !== "ok")).not.toEqual([]);
  });

  test.each(judges)(
    "$id is total: it has an answer to anything, and nothing unknown goes unanswered",
    (judge) => {
      const isOfAccount = rules.some((rule) => rule.id === judge.id);
      fc.assert(
        fc.property(contexts, (context) => {
          // A plan of which something is unknown is refused by that alone.
          for (const found of [...[context, ...eventful].flatMap(judge.find), ...judge.findBlind()]) {
            const isAnswered = found.level !== "unknown" || found.effect.kind !== "none" || !isOfAccount;
            expect(isAnswered, `${judge.id}/${found.code}`).toBe(true);
          }
        }),
        { numRuns: 5 },
      );
    },
  );

  test.each(judges)("$id measures in the unit of its limit", ({ find, id }) => {
    for (const { measured, limit, code } of [...eventful, contextOf(SHIFT)].flatMap(find)) {
      if (measured === null || limit === null || APART.includes(`${id}/${code}`)) continue;
      expect(measured.unit.replace("-change", ""), `${id}/${code}`).toBe(limit.unit);
    }
  });

  test("every breach has an effect where the policy asks for one, but for what nothing can be done about", () => {
    const [, answered] = troubled;
    const idle = (answered === undefined ? [] : evaluate(answered)).filter(
      ({ level, effect }) => level !== "ok" && level !== "notice" && effect.kind === "none",
    );
    expect([...new Set(idle.map(({ rule, code }) => `${rule}/${code}`))].sort()).toEqual(TOLD_ONLY);
  });

  test("no sentence is left that no rule can say", () => {
    const said = new Set(judges.flatMap(({ id, codes }) => codes.map((code) => `${id}/${code}`)));
    const others = Object.keys(findingCopy).filter((key) => !said.has(key));
    expect(others).toEqual([
      "emergency-exit/partly-out",
      "emergency-exit/no-way-out",
      "emergency-exit/partly-queued",
      "emergency-exit/exit-stopped",
      "emergency-exit/exit-stopped-no-fallback-handler",
      "emergency-exit/exit-stopped-blacklisted",
    ]);
  });
});

describe("every rule on the account", () => {
  test.each(rules.filter((rule) => !OWN_WORK.includes(rule.id)))(
    "$id never finds well what it could not see",
    (rule) => {
      for (const found of rule.evaluate(blind))
        expect([found.code, found.level]).toEqual([found.code, "unknown"]);
    },
  );

  test("together they halt when nothing was read", () => {
    const found = evaluate(blind);
    expect(found.some((each) => each.effect.kind === "halt")).toBe(true);
    expect(found.filter((each) => each.level === "ok").every((each) => OWN_WORK.includes(each.rule))).toBe(
      true,
    );
  });
});

describe("evaluate", () => {
  test("it puts the worst first, and the same findings get the same id whatever the order", () => {
    const levels = ["critical", "unknown", "warning", "notice", "ok"];
    fc.assert(
      fc.property(fc.integer(), contexts, (seed, context) => {
        const found = evaluate(context);
        const ranks = found.map((each) => levels.indexOf(each.level));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        expect(contentId("findings", evaluate(shuffled(context, seed)))).toBe(contentId("findings", found));
      }),
      { numRuns: 30 },
    );
  });
});
