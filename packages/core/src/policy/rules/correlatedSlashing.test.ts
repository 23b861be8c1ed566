import { describe, expect, test } from "vitest";
import { findingSentence } from "../../explain/findingSentence.ts";
import type { ExposureFact } from "../../exposure/types.ts";
import { factOf } from "../../testing/exposures.ts";
import { CALM, contextOf, policyOf } from "../../testing/world.ts";
import type { Bps } from "../../units/brands.ts";
import type { GuardResponse } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { correlatedSlashing } from "./correlatedSlashing.ts";

const operators = (venue: string, parts: Record<string, bigint>) =>
  factOf(`protocol:${venue}`, { kind: "operator", parts });
const noAvs = ["lido", "etherfi"].map((venue) =>
  factOf(`protocol:${venue}`, { kind: "avs", parts: {}, rest: "none" }),
);
/** 500 over a and b in halves, 400 over b, c, d and e in quarters: a reaches 250, b 350, the others 100 each. */
const SPREAD = [
  ...noAvs,
  operators("lido", { a: 50n, b: 50n }),
  operators("etherfi", { b: 25n, c: 25n, d: 25n, e: 25n }),
];

type Given = { readonly causes?: bigint; readonly budget: bigint; readonly response?: GuardResponse };

function world(
  exposures: readonly ExposureFact[],
  { causes = 2n, budget, response = "notify" }: Given,
): RuleContext {
  const guards = {
    ...policyOf(CALM.stakes).guards,
    correlatedSlashing: { causes, budget: budget as Bps, response },
  };
  const context = contextOf({ ...CALM, policy: { guards } });
  return { ...context, snapshot: { ...context.snapshot, exposures } };
}

describe("correlatedSlashing", () => {
  test.each([
    {
      name: "the worst two within the budget",
      given: { budget: 6_000n },
      code: "within-budget",
      worst: "operator:a+operator:b",
      share: 6_000n,
    },
    {
      name: "above it",
      given: { budget: 5_999n },
      code: "above-budget",
      worst: "operator:a+operator:b",
      share: 6_000n,
    },
    {
      name: "the worst one",
      given: { causes: 1n, budget: 3_500n },
      code: "within-budget",
      worst: "operator:b",
      share: 3_500n,
    },
    {
      name: "the worst three",
      given: { causes: 3n, budget: 6_999n },
      code: "above-budget",
      worst: "operator:a+operator:b+operator:c",
      share: 7_000n,
    },
  ])("$name: $code", ({ given, code, worst, share }) => {
    expect(correlatedSlashing.evaluate(world(SPREAD, given))).toMatchObject([
      {
        code,
        subject: { kind: "cause", id: worst },
        measured: { unit: "bps", value: share },
        effect: { kind: "none" },
      },
    ]);
  });

  test("an AVS that all of them serve is worse than any of them", () => {
    const served = ["a", "b", "c"].map((id) =>
      factOf(`operator:${id}`, { kind: "avs", parts: { da: 100n } }),
    );
    const [found] = correlatedSlashing.evaluate(
      world([...SPREAD, ...served], { causes: 1n, budget: 6_000n }),
    );
    expect(found).toMatchObject({
      code: "above-budget",
      subject: { id: "avs:da" },
      measured: { value: 7_000n },
    });
  });

  test("what nobody knows counts among the worst", () => {
    const [found] = correlatedSlashing.evaluate(world([], { causes: 1n, budget: 8_999n }));
    expect(found).toMatchObject({
      code: "above-budget",
      subject: { id: "avs:unknown" },
      measured: { value: 9_000n },
    });
    expect(found && findingSentence(found).replaceAll("\u00a0", " ")).toBe(
      "If unknown AVSs were slashed at once, up to 90.00 % of the account would be lost, budget 89.99 %.",
    );
  });

  test("the answer reaches the positions that they reach", () => {
    const found = correlatedSlashing.evaluate(world(SPREAD, { causes: 1n, budget: 100n, response: "exit" }));
    expect(found.map(({ code, effect }) => [code, effect.kind])).toEqual([
      ["above-budget", "freeze-entries"],
      ["exit-asked", "reduce-to"],
      ["exit-asked", "reduce-to"],
    ]);
  });

  test("nothing that can be slashed, and no guard, say nothing", () => {
    const none = ["lido", "etherfi"].map((venue) =>
      factOf(`protocol:${venue}`, { kind: "operator", parts: {}, rest: "none" }),
    );
    expect(correlatedSlashing.evaluate(world([...noAvs, ...none], { budget: 1n }))).toEqual([]);
    expect(correlatedSlashing.evaluate(contextOf(CALM))).toEqual([]);
  });

  test("a share of an unknown whole is unknown", () => {
    const context = world(SPREAD, { budget: 9_000n });
    const missing = [{ subject: "rate:weETH", code: "rpc", retry: true, detail: "" }] as const;
    expect(
      correlatedSlashing.evaluate({ ...context, snapshot: { ...context.snapshot, missing } }),
    ).toMatchObject([{ code: "slashing-unknown", level: "unknown", effect: { kind: "freeze-entries" } }]);
  });
});
