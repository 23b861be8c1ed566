import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findingSentence } from "../../explain/findingSentence.ts";
import { seriesFrom, withSeries } from "../../testing/figures.ts";
import { codes, findingWith } from "../../testing/judge.ts";
import { restakingWith } from "../../testing/restaking.ts";
import { CALM, contextOf, eth } from "../../testing/world.ts";
import type { AssetId, Bps, PositionId, VenueId } from "../../units/brands.ts";
import { rawAmount } from "../../units/quantities.ts";
import type { GuardResponse } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { rateGrowth } from "./rateGrowth.ts";

const KEY = "asset:weETH";
const RATE = eth("1.05") as bigint;
const DAY_SHARE = 365n;

type Before = Record<string, bigint>;

/** weETH at 1.05 now, with limits of 10 % a year and 1 % a sample. */
function grownFrom(before: Before, response: GuardResponse = "freeze-entries"): RuleContext {
  const { guards } = contextOf(CALM).policy;
  const rateGuard = { maxPerYear: 1_000n as Bps, maxPerSample: 100n as Bps, response };
  const context = contextOf({ ...CALM, policy: { guards: { ...guards, rateGrowth: rateGuard } } });
  return withSeries(context, [seriesFrom("rate:weETH", before)]);
}

/** What a rate that is 1.05 now was a day ago at so many basis points a year, rounded up: it grew at most as fast. */
const dayAgo = (bps: bigint) => {
  const over = 10_000n * DAY_SHARE + bps;
  return (RATE * 10_000n * DAY_SHARE + over - 1n) / over;
};

describe("rateGrowth", () => {
  const cases: readonly { name: string; context: RuleContext; code: string }[] = [
    {
      name: "a rate that stands is within",
      context: grownFrom({ 24: RATE, 1: RATE }),
      code: "growth-within",
    },
    {
      name: "ten per cent a year is borne",
      context: grownFrom({ 24: dayAgo(1_000n), 1: RATE }),
      code: "growth-within",
    },
    {
      name: "a wei more is too fast",
      context: grownFrom({ 24: dayAgo(1_000n) - 1n, 1: RATE }),
      code: "growing-too-fast",
    },
    { name: "a rate that fell does not grow", context: grownFrom({ 24: RATE + 9n }), code: "growth-within" },
    {
      name: "a step of one per cent is borne as a step",
      context: grownFrom({ 1: (RATE * 100n) / 101n + 1n }),
      code: "history-too-short",
    },
    {
      name: "a wei more is a leap",
      context: grownFrom({ 1: (RATE * 100n) / 101n - 1n }),
      code: "rate-leapt",
    },
    {
      name: "a leap shows without half a window of history",
      context: grownFrom({ 2: RATE / 2n, 1: RATE / 2n }),
      code: "rate-leapt",
    },
    {
      name: "half the window is enough to judge a year",
      context: grownFrom({ 12: RATE - 1n }),
      code: "growth-within",
    },
    { name: "less than half is not", context: grownFrom({ "11.9": RATE - 1n }), code: "history-too-short" },
    { name: "nothing stored shows no growth yet", context: grownFrom({}), code: "no-history-yet" },
    { name: "a stored rate of zero is none", context: grownFrom({ 24: 0n }), code: "no-history-yet" },
  ];
  test.each(cases)("$name", ({ context, code }) => {
    expect(codes(rateGrowth, context)[KEY]).toBe(code);
  });

  test("a large step over a long gap is no leap when no year of it is too fast", () => {
    const { guards } = contextOf(CALM).policy;
    const yearly = { maxPerYear: 10_000n as Bps, maxPerSample: 1n as Bps, response: "notify" as const };
    const context = contextOf({ ...CALM, policy: { guards: { ...guards, rateGrowth: yearly } } });
    const gap = withSeries(context, [seriesFrom("rate:weETH", { 24: (RATE * 999n) / 1_000n })]);
    expect(codes(rateGrowth, gap)[KEY]).toBe("growth-within");
  });

  test.each([
    { response: "notify", effects: ["none"] },
    { response: "freeze-entries", effects: ["freeze-entries"] },
    { response: "exit", effects: ["freeze-entries", "reduce-to"] },
  ] as const)("the answer is the policy's: $response", ({ response, effects }) => {
    const found = rateGrowth
      .evaluate(grownFrom({ 1: RATE / 2n }, response))
      .filter((each) => each.level !== "ok");
    expect(found.map((each) => each.effect.kind)).toEqual(effects);
  });

  test("a policy that says nothing of it freezes entries on a leap", () => {
    const context = withSeries(contextOf(CALM), [seriesFrom("rate:weETH", { 1: (RATE * 98n) / 100n })]);
    expect(findingWith(rateGrowth, { context, code: "rate-leapt" })).toMatchObject({
      level: "warning",
      effect: { kind: "freeze-entries", positions: ["etherfi:weETH"] },
    });
  });

  test("the growth is told per year, rounded up", () => {
    const context = grownFrom({ 24: dayAgo(1_500n) });
    const found = findingWith(rateGrowth, { context, code: "growing-too-fast" });
    expect(found).toMatchObject({
      measured: { unit: "bps", value: 1_500n },
      limit: { unit: "bps", value: 1_000n },
    });
    expect(findingSentence(found).replaceAll("\u00a0", " ")).toBe(
      "The accounting rate of weETH grows at 15.00 % a year, at most 10.00 %. Staking does not pay that, so the rate may be false. Entries are frozen.",
    );
  });

  test("what is shown as the growth is never less than it is", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: RATE / 2n, max: RATE * 2n }), (before) => {
        const found = rateGrowth
          .evaluate(grownFrom({ 24: before }))
          .find((each) => each.subject.kind === "asset");
        const shown = found?.measured?.unit === "bps" ? found.measured.value : 0n;
        const isYearly = found?.code !== "rate-leapt";
        const grown = before >= RATE ? 0n : (RATE - before) * 10_000n * (isYearly ? DAY_SHARE : 1n);
        expect(shown * before >= grown).toBe(true);
        expect(shown === 0n || (shown - 1n) * before < grown).toBe(true);
      }),
    );
  });

  test("a rate that was not read is unknown and freezes entries", () => {
    const context = contextOf(CALM);
    const found = rateGrowth.evaluate({ ...context, snapshot: { ...context.snapshot, rates: [] } });
    expect(found.map((each) => [each.code, each.level, each.effect.kind])).toEqual([
      ["rate-unknown", "unknown", "freeze-entries"],
      ["rate-unknown", "unknown", "freeze-entries"],
    ]);
  });

  test("a token that rebases is judged by the rate that it grows with, once for both", () => {
    const context = restakingWith([]);
    const held = {
      position: "lido:stETH" as PositionId,
      venue: "lido" as VenueId,
      asset: "stETH" as AssetId,
      amount: rawAmount(eth("10")),
      value: eth("10"),
      source: { kind: "header", field: "x" } as const,
    };
    const snapshot = { ...context.snapshot, positions: [...context.snapshot.positions, held] };
    const leapt = withSeries({ ...context, snapshot }, [seriesFrom("rate:wstETH", { 1: eth("1") })]);
    expect(findingWith(rateGrowth, { context: leapt, code: "rate-leapt" })).toMatchObject({
      subject: { kind: "asset", id: "wstETH" },
      effect: { kind: "freeze-entries", positions: ["lido:stETH", "lido:wstETH"] },
    });
  });
});
