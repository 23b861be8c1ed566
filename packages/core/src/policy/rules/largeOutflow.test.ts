import { describe, expect, test } from "vitest";
import { seriesFrom, withFigures, withSeries } from "../../testing/figures.ts";
import { findingWith, withSnapshot } from "../../testing/judge.ts";
import { CALM, contextOf, eth, policyOf } from "../../testing/world.ts";
import type { Bps } from "../../units/brands.ts";
import type { GuardResponse } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { largeOutflow } from "./largeOutflow.ts";

type Before = Readonly<Record<string, bigint>>;
const WHOLE = eth("1200") as bigint;
const RATE = eth("1.2") as bigint;

/** Lido holds `now` at a rate of 1.2; a tenth may leave. */
function world(
  now: bigint,
  { tvl, rates, response = "notify" }: { tvl: Before; rates?: Before; response?: GuardResponse },
): RuleContext {
  const guards = { ...policyOf(CALM.stakes).guards, largeOutflow: { threshold: 1_000n as Bps, response } };
  const context = withFigures(contextOf({ ...CALM, policy: { guards } }), [
    { venue: "lido", figure: "tvl", now, before: tvl },
  ]);
  const steady = Object.fromEntries(Object.keys(tvl).map((hours) => [hours, RATE]));
  return withSeries(context, [seriesFrom("rate:wstETH", rates ?? steady)]);
}

const less = (percent: bigint) => (WHOLE * (100n - percent)) / 100n;

describe("largeOutflow", () => {
  test.each([
    { name: "growth", context: world(WHOLE, { tvl: { 1: less(20n) } }), code: "flow-steady" },
    { name: "a tenth may leave", context: world(less(10n), { tvl: { 1: WHOLE } }), code: "flow-steady" },
    {
      name: "a wei more is too much",
      context: world(less(10n) - 1n, { tvl: { 1: WHOLE } }),
      code: "flow-out",
    },
    {
      name: "a value that fell with its rate lost nobody",
      context: world(less(20n), { tvl: { 1: WHOLE }, rates: { 1: eth("1.5") } }),
      code: "flow-steady",
    },
    {
      name: "a rate that grew hides no outflow",
      context: world(WHOLE, { tvl: { 1: WHOLE }, rates: { 1: eth("1") } }),
      code: "flow-out",
    },
    {
      name: "from the most units of the window",
      context: world(less(15n), { tvl: { 20: WHOLE, 1: less(15n) } }),
      code: "flow-out",
    },
    {
      name: "by the newest rate of before, where none is of the same block",
      context: world(less(5n), { tvl: { 1: WHOLE }, rates: { 3: RATE } }),
      code: "flow-steady",
    },
    { name: "nothing stored shows no flow", context: world(WHOLE, { tvl: {} }), code: "no-history-yet" },
    {
      name: "nor does a value without its rate",
      context: world(WHOLE, { tvl: { 5: WHOLE }, rates: { 1: RATE } }),
      code: "no-history-yet",
    },
  ])("$name: $code", ({ context, code }) => {
    expect(largeOutflow.evaluate(context)).toMatchObject([
      { code, subject: { kind: "venue", id: "lido" }, effect: { kind: "none" } },
    ]);
  });

  test("the answer is the policy's, the share rounded up", () => {
    const found = largeOutflow.evaluate(world(eth("1052.4"), { tvl: { 1: WHOLE }, response: "exit" }));
    expect(found.map(({ code, effect }) => [code, effect.kind])).toEqual([
      ["flow-out", "freeze-entries"],
      ["exit-asked", "reduce-to"],
    ]);
    expect(found[0]?.measured).toEqual({ unit: "bps", value: 1_230n });
  });

  test("a value or a rate that could not be read is unknown and freezes entries", () => {
    const missing = [{ subject: "figure:lido:tvl", code: "rpc", retry: true, detail: "" }] as const;
    expect(largeOutflow.evaluate(withSnapshot({ missing }))).toMatchObject([
      { code: "figure-unknown", level: "unknown", effect: { kind: "freeze-entries" } },
    ]);
    const context = world(WHOLE, { tvl: { 1: WHOLE } });
    const blind = { ...context, snapshot: { ...context.snapshot, rates: [] } };
    expect(findingWith(largeOutflow, { context: blind, code: "rate-unknown" })).toMatchObject({
      level: "unknown",
      effect: { kind: "freeze-entries", positions: ["lido:wstETH"] },
    });
  });
});
