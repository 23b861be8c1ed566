import { describe, expect, test } from "vitest";
import type { Address, Hash32 } from "../chain/types.ts";
import { contentId } from "../encoding/contentId.ts";
import { allocateRepairs } from "../plan/allocateRepairs.ts";
import type { AllocationAnswer } from "../plan/types.ts";
import { evaluate } from "../policy/evaluate.ts";
import type { RuleContext } from "../policy/rule.ts";
import { decideFor, outcomeOf } from "../testing/decideFor.ts";
import { goldenCases } from "../testing/goldenCases.ts";
import { moveOf, proposalOf } from "../testing/moves.ts";
import { allocate } from "../testing/solveWith.ts";
import { CALM, contextOf, eth, SHIFT } from "../testing/world.ts";
import type { AssetId, PositionId } from "../units/brands.ts";
import { ContextError } from "./contextError.ts";
import { decide } from "./decide.ts";
import { decisionDocuments, decisionInputs, sortInputs } from "./decisionInputs.ts";
import { engineDocument, engineVersion } from "./engine.ts";

function golden(name: string): RuleContext {
  const found = goldenCases.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found.context;
}

function decideWith(context: RuleContext, answer: AllocationAnswer) {
  const findings = evaluate(context);
  return decide({ context, inputs: decisionInputs(context, answer), findings, answer });
}

const other = `0x${"77".repeat(20)}` as Address;

describe("decide", () => {
  const context = contextOf(SHIFT);
  const sibling = { ...context.snapshot, account: { ...context.snapshot.account, address: other } };
  const mixed: readonly { field: string; context: RuleContext }[] = [
    { field: "siblings[0].account", context: { ...context, siblings: [context.snapshot] } },
    { field: "siblings[1].account", context: { ...context, siblings: [sibling, sibling] } },
    {
      field: "siblings[0].block.hash",
      context: {
        ...context,
        siblings: [{ ...sibling, block: { ...sibling.block, hash: `0x${"00".repeat(32)}` as Hash32 } }],
      },
    },
    {
      field: "siblings[0].baseAsset",
      context: { ...context, siblings: [{ ...sibling, baseAsset: "USDC" as AssetId }] },
    },
    {
      field: "policy.account",
      context: {
        ...context,
        policy: { ...context.policy, account: { ...context.policy.account, address: other } },
      },
    },
    {
      field: "openWork.account",
      context: {
        ...context,
        openWork: { ...context.openWork, account: { ...context.openWork.account, chainId: 1n } },
      },
    },
    {
      field: "policy.baseAsset",
      context: { ...context, policy: { ...context.policy, baseAsset: "USDC" as AssetId } },
    },
    {
      field: "history.asOf.hash",
      context: {
        ...context,
        history: {
          ...context.history,
          asOf: { ...context.history.asOf, hash: `0x${"00".repeat(32)}` as Hash32 },
        },
      },
    },
  ];
  test.each(mixed)("refuses documents that do not belong together: $field", ({ field, context: each }) => {
    const answer = allocate(context, []);
    const call = () => decide({ context: each, inputs: [], findings: [], answer });
    expect(call).toThrow(ContextError);
    expect(call).toThrow(expect.objectContaining({ field }));
  });

  test("an emergency passes the cooldown, the dwell and an open rebalance", () => {
    const calm = golden("depeg-exits");
    const recent = [moveOf({ executed: 60n, entered: ["etherfi:weETH"] })];
    const busy = { ...calm, openWork: { ...calm.openWork, recent, proposals: [proposalOf()] } };
    expect(outcomeOf(decideFor(busy))).toBe("propose emergency");
  });

  test("one open emergency exit is enough, until it can no longer execute", () => {
    const calm = golden("depeg-exits");
    const open = (state: "posted" | "expired") => {
      const proposals = [proposalOf({ kind: "emergency-exit", state })];
      return outcomeOf(decideFor({ ...calm, openWork: { ...calm.openWork, proposals } }));
    };
    expect(open("posted")).toBe("hold proposal-open");
    expect(open("expired")).toBe("propose emergency");
  });

  test("an emergency does not pass what halts", () => {
    const calm = golden("depeg-exits");
    expect(outcomeOf(decideFor({ ...calm, snapshot: { ...calm.snapshot, safe: null } }))).toBe(
      "refuse data-missing",
    );
  });

  test("an emergency passes a silent feed and an unknown yield: exits may fire on fewer", () => {
    const calm = golden("depeg-exits");
    const series = calm.history.series.filter((each) => each.id !== "rate:wstETH");
    const blind = {
      ...calm,
      snapshot: { ...calm.snapshot, feeds: [] },
      history: { ...calm.history, series },
    };
    expect(outcomeOf(decideFor(blind))).toBe("propose emergency");
  });

  test("in observe mode an emergency is only told", () => {
    const calm = golden("depeg-exits");
    const decision = decideFor({ ...calm, policy: { ...calm.policy, mode: "observe" } });
    expect(outcomeOf(decision)).toBe("hold observe-mode");
    expect(decision.rejected).toMatchObject([
      { reason: "observe-mode", figures: { turnover: expect.any(BigInt) } },
    ]);
  });

  test.each(["timeout", "infeasible"] as const)(
    "an allocator that ends in %s is replaced by repairs alone, and that is recorded",
    (outcome) => {
      const late: AllocationAnswer = {
        schema: "ballast/allocation/1",
        allocator: "solver/1",
        outcome,
        targets: [],
      };
      const shifted = decideWith(golden("yield-shift"), late);
      expect(outcomeOf(shifted)).toBe("hold within-limits");
      expect(shifted.rejected).toEqual([{ reason: `allocation-${outcome}`, figures: null }]);
      expect(outcomeOf(decideWith(golden("one-wei-above-the-cap"), late))).toBe("propose limit-breached");
    },
  );

  function wanting(values: Record<string, string>): AllocationAnswer {
    const targets = Object.entries(values).map(([position, value]) => ({
      position: position as PositionId,
      value: eth(value),
      limitedBy: "solver",
    }));
    return { schema: "ballast/allocation/1", allocator: "solver/1", outcome: "targets", targets };
  }

  test("an allocator that asks for too much is stopped by the rules on the plan, not believed", () => {
    const decision = decideWith(
      contextOf({ ...CALM, policy: { liquidity: [] } }),
      wanting({ "idle:WETH": "0", "etherfi:weETH": "499" }),
    );
    // 100 ether into a pool 20,000 deep costs more than the ceiling.
    expect(outcomeOf(decision)).toBe("refuse breaks-a-limit");
    expect(decision.rejected).toEqual([{ reason: "beyond-slippage etherfi:weETH", figures: null }]);
  });

  test("where a limit is broken, repairs alone take the place of an answer that breaks a rule, and that is recorded", () => {
    const each = golden("one-wei-above-the-cap");
    const decision = decideWith(each, wanting({ "idle:WETH": "0", "etherfi:weETH": "499" }));
    expect(decision.rejected).toEqual([{ reason: "beyond-slippage etherfi:weETH", figures: null }]);
    const repairs = decideWith(each, allocateRepairs(each, evaluate(each)));
    expect(outcomeOf(decision)).toBe("propose limit-breached");
    expect(decision.outcome).toEqual(repairs.outcome);
  });

  test("an allocator that breaks a band is refused with the band that it breaks", () => {
    const { universe } = contextOf(CALM).policy;
    const tight = universe.map((band) =>
      band.position === "etherfi:weETH" ? { ...band, max: 4_100n as typeof band.max } : band,
    );
    const each = contextOf({ ...SHIFT, policy: { universe: tight, liquidity: [] } });
    const decision = decideWith(each, wanting({ "idle:WETH": "70", "etherfi:weETH": "430" }));
    expect(outcomeOf(decision)).toBe("refuse breaks-a-limit");
    expect(decision.rejected).toMatchObject([{ reason: "after-state/breaks-position-band" }]);
    expect(decision.findings.some((found) => found.code === "breaks-position-band")).toBe(true);
  });

  test("a decision carries the findings on the account and on its plan, worst first", () => {
    const decision = decideFor(golden("yield-shift"));
    const rules = new Set(decision.findings.map((found) => found.rule));
    for (const rule of [
      "position-band",
      "source-silent",
      "slippage",
      "payback",
      "worst-case",
      "after-state",
    ]) {
      expect(rules).toContain(rule);
    }
    const others = decision.findings.filter(({ level }) => level !== "ok");
    expect(others.filter(({ code }) => code !== "no-history-yet")).toEqual([]);
  });
});

describe("decisionInputs", () => {
  const context = contextOf(CALM);
  const answer = allocate(context, evaluate(context));

  test("every document that a decision used is named by its content", () => {
    const documents = decisionDocuments(context, answer);
    expect(documents.map(({ kind }) => kind)).toEqual([
      "allocation",
      "engine",
      "history",
      "open-work",
      "policy",
      "snapshot",
    ]);
    for (const { kind, id, document } of documents) expect(contentId(kind, document)).toBe(id);
    expect(decisionInputs(context, answer)).toEqual(documents.map(({ kind, id }) => ({ kind, id })));
  });

  test("siblings are named by the id that their snapshot has, whatever their order", () => {
    const address = (digits: string) => `0x${digits.repeat(20)}` as Address;
    const siblings = ["01", "02", "03"].map((digits) => ({
      ...context.snapshot,
      account: { ...context.snapshot.account, address: address(digits) },
    }));
    const named = decisionInputs({ ...context, siblings }, answer);
    const ids = named.filter(({ kind }) => kind === "sibling").map(({ id }) => id);
    expect(ids).toEqual(siblings.map((each) => contentId("snapshot", each)).sort());
    expect(named).toEqual(sortInputs(named));
    expect(decisionInputs({ ...context, siblings: siblings.toReversed() }, answer)).toEqual(named);
  });

  test("the engine is a document with its version", () => {
    expect(engineDocument).toEqual({ schema: "ballast/engine/1", version: engineVersion });
  });

  test("inputs are sorted by kind, then id, each once", () => {
    const id = (digit: string) => `0x${digit.repeat(64)}` as Hash32;
    const inputs = [
      { kind: "sibling", id: id("b") },
      { kind: "policy", id: id("c") },
      { kind: "sibling", id: id("a") },
      { kind: "policy", id: id("c") },
    ] as const;
    expect(sortInputs(inputs)).toEqual([
      { kind: "policy", id: id("c") },
      { kind: "sibling", id: id("a") },
      { kind: "sibling", id: id("b") },
    ]);
  });
});
