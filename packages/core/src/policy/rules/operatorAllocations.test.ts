import { describe, expect, test } from "vitest";
import { type StatedFigure, withFigures } from "../../testing/figures.ts";
import { codes, findingWith } from "../../testing/judge.ts";
import {
  OPERATOR_A,
  OPERATOR_B,
  restakedAt,
  restakingWith,
  STRATEGY,
  wadOf,
} from "../../testing/restaking.ts";
import type { Bps } from "../../units/brands.ts";
import type { GuardResponse } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { operatorAllocations } from "./operatorAllocations.ts";

const POSITION = restakedAt(OPERATOR_A);
const KEY = `position:${POSITION}`;
const OPERATOR_KEY = `operator:${OPERATOR_A}`;

const share = (now: string, operator = OPERATOR_A): StatedFigure => ({
  venue: "eigenlayer",
  figure: `slashable:${operator}:${STRATEGY}`,
  now: wadOf(now),
});
const allocations = (now: bigint, before?: Record<string, bigint>): StatedFigure => ({
  venue: "eigenlayer",
  figure: `allocations:${OPERATOR_A}`,
  now,
  ...(before === undefined ? {} : { before }),
});

type Setup = { readonly max?: bigint; readonly response?: GuardResponse; readonly value?: string };

function context(figures: readonly StatedFigure[], setup: Setup = {}): RuleContext {
  const { max = 4_000n, response = "notify", value = "50" } = setup;
  const guards = { operatorAllocations: { maxSlashable: max as Bps, response } };
  return withFigures(restakingWith([{ operator: OPERATOR_A, value }], { guards }), figures);
}

describe("operatorAllocations, of the slashable share", () => {
  const cases: readonly { name: string; given: RuleContext; code: string | undefined }[] = [
    { name: "below the limit is fine", given: context([share("0.39")]), code: "slashable-within" },
    { name: "exactly the limit is fine", given: context([share("0.4")]), code: "slashable-within" },
    {
      name: "one wei above it is not",
      given: context([share("0.400000000000000001")]),
      code: "slashable-above",
    },
    {
      name: "a limit of nothing allows nothing",
      given: context([share("0.000000000000000001")], { max: 0n }),
      code: "slashable-above",
    },
    { name: "not read is unknown", given: context([]), code: "slashable-unknown" },
    {
      name: "another operator's share is none of it",
      given: context([share("0.1"), share("1", OPERATOR_B)]),
      code: "slashable-within",
    },
    {
      name: "what holds nothing and was not read is not judged",
      given: context([], { value: "0" }),
      code: undefined,
    },
    {
      name: "what holds nothing but was read is judged before an entry",
      given: context([share("0.5")], { value: "0" }),
      code: "slashable-above",
    },
  ];
  test.each(cases)("$name", ({ given, code }) => {
    expect(codes(operatorAllocations, given)[KEY]).toBe(code);
  });

  test.each([
    { response: "notify", level: "warning", effect: { kind: "none" } },
    {
      response: "freeze-entries",
      level: "warning",
      effect: { kind: "freeze-entries", positions: [POSITION] },
    },
    {
      response: "exit",
      level: "critical",
      effect: { kind: "reduce-to", position: POSITION, target: 0n, urgent: true },
    },
  ] as const)("the answer is the policy's: $response", ({ response, level, effect }) => {
    const given = context([share("0.50001")], { response });
    expect(findingWith(operatorAllocations, { context: given, code: "slashable-above" })).toMatchObject({
      level,
      effect,
      measured: { unit: "bps", value: 5_001n },
      limit: { unit: "bps", value: 4_000n },
    });
  });

  test("a policy that says nothing of it tells above half", () => {
    const given = (now: string) =>
      withFigures(restakingWith([{ operator: OPERATOR_A, value: "50" }]), [share(now)]);
    expect(codes(operatorAllocations, given("0.5"))[KEY]).toBe("slashable-within");
    expect(
      findingWith(operatorAllocations, { context: given("0.51"), code: "slashable-above" }),
    ).toMatchObject({
      level: "warning",
      effect: { kind: "none" },
    });
  });
});

describe("operatorAllocations, of changes", () => {
  const cases: readonly { name: string; given: RuleContext; code: string | undefined }[] = [
    {
      name: "the same digest is no change",
      given: context([allocations(7n, { 24: 7n, 1: 7n })]),
      code: "allocations-unchanged",
    },
    {
      name: "another digest is one",
      given: context([allocations(8n, { 1: 7n })]),
      code: "allocations-changed",
    },
    {
      name: "a change stays told while the window holds it",
      given: context([allocations(8n, { 20: 7n, 1: 8n })]),
      code: "allocations-changed",
    },
    {
      name: "a change there and back is one",
      given: context([allocations(7n, { 24: 7n, 2: 8n })]),
      code: "allocations-changed",
    },
    {
      name: "a change before the window is none",
      given: context([allocations(8n, { 30: 7n, 25: 8n })]),
      code: "allocations-unchanged",
    },
    {
      name: "nothing stored tells of no change before now",
      given: context([allocations(8n)]),
      code: "no-history-yet",
    },
    { name: "not read is unknown", given: context([share("0.1")]), code: "allocations-unknown" },
    {
      name: "of an operator with nothing of ours nothing is asked",
      given: context([], { value: "0" }),
      code: undefined,
    },
  ];
  test.each(cases)("$name", ({ given, code }) => {
    expect(codes(operatorAllocations, given)[OPERATOR_KEY]).toBe(code);
  });

  test("a change is told and stops nothing, even where a share above the limit exits", () => {
    const given = context([share("0.1"), allocations(8n, { 1: 7n })], { response: "exit" });
    expect(findingWith(operatorAllocations, { context: given, code: "allocations-changed" })).toMatchObject({
      level: "notice",
      effect: { kind: "none" },
      evidence: [
        { kind: "call" },
        { kind: "history", series: `figure:eigenlayer:allocations:${OPERATOR_A}` },
        { kind: "policy" },
      ],
    });
  });

  test("what is unknown freezes entries with that operator", () => {
    const found = operatorAllocations.evaluate(context([]));
    expect(found.map((each) => [each.level, each.effect])).toEqual([
      ["unknown", { kind: "freeze-entries", positions: [POSITION] }],
      ["unknown", { kind: "freeze-entries", positions: [POSITION] }],
    ]);
  });
});
