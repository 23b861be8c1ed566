import { describe, expect, test } from "vitest";
import { findingSentence } from "../../explain/findingSentence.ts";
import { withFigures } from "../../testing/figures.ts";
import { findingWith, withSnapshot } from "../../testing/judge.ts";
import { CALM, contextOf, eth } from "../../testing/world.ts";
import type { Bps } from "../../units/brands.ts";
import type { GuardResponse } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { tvlDrop } from "./tvlDrop.ts";

const WHOLE = eth("1000") as bigint;
const LIMIT = eth("900") as bigint;

type Before = Record<string, bigint>;

/** Lido holds `now`, with a threshold of a tenth. */
function holding(now: bigint, before: Before | undefined, response: GuardResponse = "notify"): RuleContext {
  const { guards } = contextOf(CALM).policy;
  const policy = { guards: { ...guards, tvlDrop: { threshold: 1_000n as Bps, response } } };
  const figure = { venue: "lido", figure: "tvl", now, ...(before === undefined ? {} : { before }) };
  return withFigures(contextOf({ ...CALM, policy }), [figure]);
}

describe("tvlDrop", () => {
  const cases: readonly { name: string; context: RuleContext; code: string; level: string }[] = [
    { name: "growth is steady", context: holding(WHOLE, { 1: LIMIT }), code: "tvl-steady", level: "ok" },
    {
      name: "a fall of the threshold is borne",
      context: holding(LIMIT, { 1: WHOLE }),
      code: "tvl-steady",
      level: "ok",
    },
    {
      name: "one wei more is not",
      context: holding(LIMIT - 1n, { 1: WHOLE }),
      code: "tvl-fell",
      level: "warning",
    },
    {
      name: "a slow fall counts from the highest of the window",
      context: holding(LIMIT - 1n, { 24: WHOLE - 5n, 10: WHOLE, 1: LIMIT }),
      code: "tvl-fell",
      level: "warning",
    },
    {
      name: "a fall from before the window is no news",
      context: holding(LIMIT - 1n, { 30: WHOLE, 25: LIMIT, 1: LIMIT }),
      code: "tvl-steady",
      level: "ok",
    },
    { name: "what was empty cannot fall", context: holding(0n, { 1: 0n }), code: "tvl-steady", level: "ok" },
    { name: "a fall to nothing is one", context: holding(0n, { 1: 1n }), code: "tvl-fell", level: "warning" },
    {
      name: "nothing stored shows no fall yet",
      context: holding(LIMIT, undefined),
      code: "no-history-yet",
      level: "notice",
    },
  ];
  test.each(cases)("$name", ({ context, code, level }) => {
    expect(tvlDrop.evaluate(context)).toMatchObject([
      { code, level, subject: { kind: "venue", id: "lido" }, effect: { kind: "none" } },
    ]);
  });

  test("the fall is rounded up, and beside its limit", () => {
    const found = findingWith(tvlDrop, {
      context: holding(eth("876.55001"), { 1: WHOLE }),
      code: "tvl-fell",
    });
    expect(found).toMatchObject({
      measured: { unit: "bps", value: 1_235n },
      limit: { unit: "bps", value: 1_000n },
    });
    expect(findingSentence(found).replaceAll("\u00a0", " ")).toBe(
      "The value in lido fell by 12.35 % within the window, at most 10.00 %.",
    );
  });

  test.each([
    { response: "freeze-entries", codes: ["tvl-fell"], effects: ["freeze-entries"] },
    { response: "exit", codes: ["tvl-fell", "exit-asked"], effects: ["freeze-entries", "reduce-to"] },
  ] as const)("the answer is the policy's: $response", ({ response, codes, effects }) => {
    const found = tvlDrop.evaluate(holding(0n, { 1: WHOLE }, response));
    expect(found.map((each) => each.code)).toEqual(codes);
    expect(found.map((each) => each.effect.kind)).toEqual(effects);
  });

  test("a policy that says nothing of it tells above a fifth", () => {
    const given = (now: string) =>
      withFigures(contextOf(CALM), [{ venue: "lido", figure: "tvl", now: eth(now), before: { 1: WHOLE } }]);
    expect(tvlDrop.evaluate(given("800"))).toMatchObject([{ code: "tvl-steady" }]);
    expect(tvlDrop.evaluate(given("799"))).toMatchObject([{ code: "tvl-fell", effect: { kind: "none" } }]);
  });

  test("one that could not be read is unknown and freezes entries", () => {
    const missing = [{ subject: "figure:lido:tvl", code: "rpc", retry: true, detail: "" }] as const;
    const [found] = tvlDrop.evaluate(withSnapshot({ missing }));
    expect(found).toMatchObject({
      code: "figure-unknown",
      level: "unknown",
      effect: { kind: "freeze-entries" },
    });
    expect(found && findingSentence(found)).toBe(
      "The tvl at lido is unknown. Entries into its venue are frozen.",
    );
  });
});
