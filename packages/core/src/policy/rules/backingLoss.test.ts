import { describe, expect, test } from "vitest";
import { seriesFrom, withSeries } from "../../testing/figures.ts";
import { codes, findingWith } from "../../testing/judge.ts";
import { OPERATOR_A, restakingWith } from "../../testing/restaking.ts";
import { CALM, contextOf, eth, WEETH, WSTETH } from "../../testing/world.ts";
import type { AssetId, Bps, PositionId, Seconds, VenueId, Wad } from "../../units/brands.ts";
import { rawAmount } from "../../units/quantities.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { Policy } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { backingLoss } from "./backingLoss.ts";
import { marketDepeg } from "./marketDepeg.ts";

const WEETH_KEY = "position:etherfi:weETH";
const RATE = eth("1.05") as bigint;

/** weETH at 1.05 now, with the rates stored before. */
function ratedBefore(before: Record<string, bigint>, guards: Partial<Policy["guards"]> = {}): RuleContext {
  const base = contextOf(CALM);
  const context = { ...base, policy: { ...base.policy, guards: { ...base.policy.guards, ...guards } } };
  return withSeries(context, [seriesFrom("rate:weETH", before)]);
}

const above = (bps: bigint) => (RATE * (10_000n + bps)) / 10_000n;
const tolerated = (threshold: bigint) => ({
  backingLoss: { threshold: threshold as Bps, response: "freeze-entries" as const },
});

const cases: readonly { name: string; context: RuleContext; code: string }[] = [
  {
    name: "a rate that grew is intact",
    context: ratedBefore({ 24: RATE - 5n, 1: RATE - 1n }),
    code: "backing-intact",
  },
  { name: "a rate that stands still is intact", context: ratedBefore({ 24: RATE }), code: "backing-intact" },
  { name: "two wei less is rounding", context: ratedBefore({ 1: RATE + 2n }), code: "backing-intact" },
  { name: "three wei less is a loss", context: ratedBefore({ 1: RATE + 3n }), code: "backing-loss" },
  {
    name: "a loss stays reported until the rate is back",
    context: ratedBefore({ 24: RATE - 9n, 20: RATE + 9n, 1: RATE }),
    code: "backing-loss",
  },
  {
    name: "a loss from before the window is no news",
    context: ratedBefore({ 30: above(100n), 25: RATE, 1: RATE }),
    code: "backing-intact",
  },
  {
    name: "a shorter window forgets sooner",
    context: ratedBefore({ 20: above(100n), 2: RATE, 1: RATE }, { window: 3_600n as Seconds }),
    code: "backing-intact",
  },
  {
    name: "a fall of the threshold is tolerated",
    context: ratedBefore({ 1: above(10n) }, tolerated(10n)),
    code: "backing-intact",
  },
  {
    name: "a fall beyond it is not",
    context: ratedBefore({ 1: above(11n) }, tolerated(10n)),
    code: "backing-loss",
  },
  { name: "nothing stored is unknown", context: ratedBefore({}), code: "backing-unknown" },
  {
    name: "a sample of this very block is nothing earlier",
    context: ratedBefore({ 0: RATE + 9n }),
    code: "backing-unknown",
  },
];

describe("backingLoss", () => {
  test.each(cases)("$name", ({ context, code }) => {
    expect(codes(backingLoss, context)[WEETH_KEY]).toBe(code);
  });

  const fallen = (response: "notify" | "freeze-entries" | "exit", value = "400") => {
    const { guards } = contextOf(CALM).policy;
    const backing = { ...guards, backingLoss: { threshold: 0n as Bps, response } };
    return contextOf({
      stakes: [WSTETH, { ...WEETH, value, yield: "-1" }],
      idle: "100",
      policy: { guards: backing },
    });
  };

  test.each([
    { name: "notify tells", context: fallen("notify"), effect: { kind: "none" } },
    {
      name: "freeze-entries freezes the position",
      context: fallen("freeze-entries"),
      effect: { kind: "freeze-entries", positions: ["etherfi:weETH"] },
    },
    {
      name: "exit leaves all of it",
      context: fallen("exit"),
      effect: { kind: "reduce-to", position: "etherfi:weETH", target: 0n, urgent: true },
    },
    {
      name: "exit of nothing keeps it out",
      context: fallen("exit", "0"),
      effect: { kind: "freeze-entries", positions: ["etherfi:weETH"] },
    },
  ])("it is critical, and $name", ({ context, effect }) => {
    const found = findingWith(backingLoss, { context, code: "backing-loss" });
    expect(found).toMatchObject({ level: "critical", measured: { unit: "wad", value: RATE }, effect });
    expect((found.limit?.value ?? 0n) > RATE).toBe(true);
  });

  test("a policy that says nothing of it freezes entries, as it always did", () => {
    const found = findingWith(backingLoss, { context: ratedBefore({ 1: above(1n) }), code: "backing-loss" });
    expect(found.effect).toEqual({ kind: "freeze-entries", positions: ["etherfi:weETH"] });
    expect(found.evidence).toContainEqual({
      kind: "history",
      series: "rate:weETH",
      fromBlock: 970n,
      toBlock: 970n,
    });
  });

  test("a loss and a low price are both found, and told apart", () => {
    const context = contextOf({ stakes: [WSTETH, { ...WEETH, yield: "-1", discount: 300n }], idle: "100" });
    expect(codes(backingLoss, context)[WEETH_KEY]).toBe("backing-loss");
    expect(codes(marketDepeg, context)[WEETH_KEY]).toBe("below-fallen-rate");
  });

  test("a rate that was not read is unknown and freezes entries", () => {
    const context = contextOf(CALM);
    const found = backingLoss.evaluate({ ...context, snapshot: { ...context.snapshot, rates: [] } });
    expect(found.map((each) => [each.code, each.level, each.effect.kind])).toEqual([
      ["rate-unknown", "unknown", "freeze-entries"],
      ["rate-unknown", "unknown", "freeze-entries"],
    ]);
  });

  const rebasing = (before: Record<string, bigint>) => {
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
    return withSeries({ ...context, snapshot }, [seriesFrom("rate:wstETH", before)]);
  };

  test.each([
    [
      "with the rate that it grows with intact, a token that rebases is intact",
      eth("1.19"),
      "backing-intact",
    ],
    [
      "with that rate below what it was, it lost backing though its own rate never moves",
      eth("1.21"),
      "backing-loss",
    ],
  ])("%s", (_name, before, code) => {
    expect(codes(backingLoss, rebasing({ 1: before }))["position:lido:stETH"]).toBe(code);
  });

  test("restaked shares are judged by what a share is worth", () => {
    const context = restakingWith([{ operator: OPERATOR_A, value: "50" }]);
    const dearer = withSeries(context, [seriesFrom("rate:EL-stETH", { 2: (WAD_ONE + 10n) as Wad })]);
    expect(Object.values(codes(backingLoss, dearer))).toContain("backing-loss");
  });
});
