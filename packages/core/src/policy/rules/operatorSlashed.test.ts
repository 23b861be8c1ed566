import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findingSentence } from "../../explain/findingSentence.ts";
import { type StatedFigure, withFigures } from "../../testing/figures.ts";
import { codes, findingWith } from "../../testing/judge.ts";
import {
  OPERATOR_A,
  OPERATOR_B,
  restakedAt,
  restakingWith,
  STRATEGY,
  ticketOf,
  wadOf,
  withTickets,
} from "../../testing/restaking.ts";
import { eth } from "../../testing/world.ts";
import { blockNumber } from "../../units/quantities.ts";
import type { Policy } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { operatorSlashed } from "./operatorSlashed.ts";

const KEY_A = `position:${restakedAt(OPERATOR_A)}`;
const ONE = 10n ** 18n;

function magnitude(
  operator: string,
  { now, before, strategy = STRATEGY }: { now: bigint; before?: Record<string, bigint>; strategy?: string },
): StatedFigure {
  return {
    venue: "eigenlayer",
    figure: `magnitude:${operator}:${strategy}`,
    now,
    ...(before === undefined ? {} : { before }),
  };
}

type Setup = {
  readonly value?: string;
  readonly guards?: Partial<Policy["guards"]>;
  readonly others?: readonly StatedFigure[];
};

/** An account with operator A, whose magnitude is as stated. */
function slashed(now: bigint, before: Record<string, bigint> | undefined, setup: Setup = {}): RuleContext {
  const { value = "62.7", guards = {}, others = [] } = setup;
  const context = restakingWith([{ operator: OPERATOR_A, value }], { guards });
  return withFigures(context, [
    magnitude(OPERATOR_A, { now, ...(before === undefined ? {} : { before }) }),
    ...others,
  ]);
}

const cases: readonly { name: string; context: RuleContext; code: string | undefined }[] = [
  {
    name: "a magnitude that stands is no slash",
    context: slashed(ONE, { 24: ONE, 1: ONE }),
    code: "not-slashed",
  },
  { name: "one wei less is a slash", context: slashed(ONE - 1n, { 1: ONE }), code: "operator-slashed" },
  {
    name: "a slash between two stored samples stays told while the window holds it",
    context: slashed(wadOf("0.5"), { 24: ONE, 1: wadOf("0.5") }),
    code: "operator-slashed",
  },
  {
    name: "a slash from before the window is no news",
    context: slashed(wadOf("0.5"), { 30: ONE, 25: wadOf("0.5") }),
    code: "not-slashed",
  },
  {
    name: "nothing stored tells of no slash before now",
    context: slashed(ONE, undefined),
    code: "no-history-yet",
  },
  {
    name: "another operator's slash is no concern of the account",
    context: slashed(ONE, { 1: ONE }, { others: [magnitude(OPERATOR_B, { now: 1n, before: { 1: ONE } })] }),
    code: "not-slashed",
  },
  {
    name: "a slash in another strategy is none of this position",
    context: slashed(
      ONE,
      { 1: ONE },
      {
        others: [magnitude(OPERATOR_A, { now: 1n, before: { 1: ONE }, strategy: `0x${"99".repeat(20)}` })],
      },
    ),
    code: "not-slashed",
  },
  {
    name: "a figure that names the strategy by the position's form is meant",
    context: withFigures(restakingWith([{ operator: OPERATOR_A, value: "10" }]), [
      magnitude(OPERATOR_A, { now: ONE - 1n, before: { 1: ONE }, strategy: "stETH" }),
    ]),
    code: "operator-slashed",
  },
  {
    name: "when no figure names the strategy, any of the operator's is taken for it",
    context: withFigures(restakingWith([{ operator: OPERATOR_A, value: "10" }]), [
      magnitude(OPERATOR_A, { now: ONE, before: { 1: ONE }, strategy: "x" }),
      magnitude(OPERATOR_A, { now: ONE - 1n, before: { 1: ONE }, strategy: "y" }),
    ]),
    code: "operator-slashed",
  },
  {
    name: "a magnitude that was not read is unknown",
    context: restakingWith([{ operator: OPERATOR_A, value: "10" }]),
    code: "magnitude-unknown",
  },
  {
    name: "a position that was slashed to nothing is told",
    context: slashed(0n, { 1: ONE }, { value: "0" }),
    code: "slashed-to-nothing",
  },
  {
    name: "a position that is empty for another reason is not judged",
    context: slashed(ONE - 1n, { 1: ONE }, { value: "0" }),
    code: undefined,
  },
];

describe("operatorSlashed", () => {
  test.each(cases)("$name", ({ context, code }) => {
    expect(codes(operatorSlashed, context)[KEY_A]).toBe(code);
  });

  test("the loss is a share of the stake, beside what the position was worth", () => {
    const context = slashed(wadOf("0.627"), { 1: ONE });
    const found = findingWith(operatorSlashed, { context, code: "operator-slashed" });
    expect(found).toMatchObject({
      level: "critical",
      measured: { unit: "bps", value: 3_730n },
      limit: { unit: "base", value: eth("100") },
      effect: { kind: "none" },
    });
    expect(findingSentence(found).replaceAll("\u00a0", " ")).toBe(
      "The operator of stETH@0xA1A1a1a1A1A1A1A1A1a1a1a1a1a1A1A1a1A1a1a1 was slashed. The position lost 37.30 % of 100.0000 ETH.",
    );
  });

  const responses = (response: "notify" | "freeze-entries" | "exit") => ({
    guards: { operatorSlashed: { response } },
  });
  test.each([
    { response: "notify", effect: { kind: "none" } },
    { response: "freeze-entries", effect: { kind: "freeze-entries", positions: [restakedAt(OPERATOR_A)] } },
    {
      response: "exit",
      effect: { kind: "reduce-to", position: restakedAt(OPERATOR_A), target: 0n, urgent: true },
    },
  ] as const)("the answer is the policy's: $response", ({ response, effect }) => {
    const context = slashed(wadOf("0.9"), { 1: ONE }, responses(response));
    expect(findingWith(operatorSlashed, { context, code: "operator-slashed" })).toMatchObject({
      level: "critical",
      effect,
    });
  });

  test("only the slashed operator's position is left", () => {
    const both = restakingWith(
      [
        { operator: OPERATOR_A, value: "90" },
        { operator: OPERATOR_B, value: "50" },
      ],
      responses("exit"),
    );
    const context = withFigures(both, [
      magnitude(OPERATOR_A, { now: wadOf("0.9"), before: { 1: ONE } }),
      magnitude(OPERATOR_B, { now: ONE, before: { 1: ONE } }),
    ]);
    const left = operatorSlashed.evaluate(context).filter((each) => each.effect.kind === "reduce-to");
    expect(left.map((each) => each.subject)).toEqual([{ kind: "position", id: restakedAt(OPERATOR_A) }]);
  });

  test("of a slash to nothing there is no saying what it was worth, and nothing to exit", () => {
    const context = slashed(0n, { 1: ONE }, { value: "0", ...responses("exit") });
    expect(findingWith(operatorSlashed, { context, code: "slashed-to-nothing" })).toMatchObject({
      measured: { unit: "bps", value: 10_000n },
      limit: null,
      effect: { kind: "freeze-entries" },
    });
  });

  test("for any slash the loss and what is left are never less than what was there", () => {
    const magnitudes = fc.bigInt({ min: 1n, max: ONE - 1n });
    fc.assert(
      fc.property(magnitudes, magnitudes, (now, loss) => {
        const context = slashed(now, { 1: now + loss }, { value: "50" });
        const { measured, limit } = findingWith(operatorSlashed, { context, code: "operator-slashed" });
        const before = limit?.value ?? 0n;
        const bps = measured?.value ?? 0n;
        // What was worth `before` is worth 50 now, to the wei above; the share is rounded up by less than one.
        expect(
          before * now >= eth("50") * (now + loss) && (before - 1n) * now < eth("50") * (now + loss),
        ).toBe(true);
        expect(bps * (now + loss) >= loss * 10_000n && (bps - 1n) * (now + loss) < loss * 10_000n).toBe(true);
      }),
    );
  });
});

describe("operatorSlashed, of what waits in the queue", () => {
  const waiting = (changes: Parameters<typeof ticketOf>[0], before: Record<string, bigint>) =>
    withTickets(withFigures(restakingWith([]), [magnitude(OPERATOR_A, { now: wadOf("0.9"), before })]), [
      ticketOf(changes),
    ]);

  test("a slash of the operator that it left is told, and nothing else can be done", () => {
    const context = waiting({ value: eth("36") }, { 1: ONE });
    expect(findingWith(operatorSlashed, { context, code: "slashed-while-queued" })).toMatchObject({
      subject: { kind: "ticket" },
      level: "critical",
      measured: { unit: "bps", value: 1_000n },
      limit: { unit: "base", value: eth("40") },
      effect: { kind: "none" },
    });
  });

  const silent: readonly { name: string; context: RuleContext }[] = [
    {
      name: "a slash from before its request is not its own",
      context: waiting({}, { 20: ONE, 1: wadOf("0.9") }),
    },
    { name: "one that can be claimed is out of reach", context: waiting({ state: "claimable" }, { 1: ONE }) },
    {
      name: "another operator's slash is none of it",
      context: withTickets(
        withFigures(restakingWith([]), [magnitude(OPERATOR_B, { now: 1n, before: { 1: ONE } })]),
        [ticketOf()],
      ),
    },
    {
      name: "a slash in another strategy is none of it, by whichever name figures have it",
      context: withTickets(
        withFigures(restakingWith([]), [
          magnitude(OPERATOR_A, { now: ONE, before: { 1: ONE }, strategy: "stETH" }),
          magnitude(OPERATOR_A, { now: 1n, before: { 1: ONE }, strategy: "cbETH" }),
        ]),
        [ticketOf()],
      ),
    },
    {
      name: "a withdrawal of another venue has no operator",
      context: waiting({ claim: { kind: "etherfi-request", requestId: 1n } }, { 1: ONE }),
    },
  ];
  test.each(silent)("$name", ({ context }) => {
    expect(operatorSlashed.evaluate(context)).toEqual([]);
  });

  test("a sample of the request's own block counts", () => {
    const ticket = ticketOf();
    const claim = ticket.claim.kind === "eigenlayer-withdrawal" ? ticket.claim : null;
    const startBlock = blockNumber(970n);
    const own = claim && { ...claim, withdrawal: { ...claim.withdrawal, startBlock } };
    const context = waiting(own === null ? {} : { claim: own }, { 1: ONE });
    expect(operatorSlashed.evaluate(context)).toHaveLength(1);
  });
});
