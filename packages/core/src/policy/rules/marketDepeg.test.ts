import { describe, expect, test } from "vitest";
import { withSeries } from "../../testing/figures.ts";
import { codes, findingWith } from "../../testing/judge.ts";
import { contextOf, eth, type Stake, WEETH, type World, WSTETH } from "../../testing/world.ts";
import type { Wad } from "../../units/brands.ts";
import type { Policy } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { marketDepeg } from "./marketDepeg.ts";

const WEETH_KEY = "position:etherfi:weETH";

/** weETH beside a calm wstETH, with the guard as given. */
function world(stake: Partial<Stake>, guard: Partial<Policy["guards"]["marketDepeg"]> = {}): World {
  const base = contextOf({ stakes: [WSTETH, WEETH], idle: "100" }).policy.guards;
  const guards = { ...base, marketDepeg: { ...base.marketDepeg, ...guard } };
  return { stakes: [WSTETH, { ...WEETH, ...stake }], idle: "100", policy: { guards } };
}

/** The same, with stored sales replaced by discounts in basis points, oldest first, at the newest blocks before this one. */
function soldAt(each: World, discounts: readonly bigint[]): RuleContext {
  const context = contextOf(each);
  const series = context.history.series.map((one) => {
    if (one.id !== "market:weETH") return one;
    const samples = one.samples.filter((sample) => sample.block < 1_000n).slice(-discounts.length);
    return {
      ...one,
      samples: samples.map((sample, index) => ({
        ...sample,
        value: ((eth("1.05") * (10_000n - (discounts[index] ?? 0n))) / 10_000n) as Wad,
      })),
    };
  });
  return { ...context, history: { ...context.history, series } };
}

/** The same without any pool of weETH, and with faults. */
function tradedNowhere(context: RuleContext, faults: readonly string[]): RuleContext {
  const { snapshot } = context;
  const missing = faults.map((subject) => ({ subject, code: "rpc", retry: true, detail: "" }) as const);
  const curves = snapshot.curves.filter((each) => each.assetIn !== "weETH" && each.assetOut !== "weETH");
  return { ...context, snapshot: { ...snapshot, curves, missing } };
}

const cases: readonly { name: string; context: RuleContext; code: string }[] = [
  { name: "a price near the rate is calm", context: contextOf(world({})), code: "near-rate" },
  {
    name: "a price above the rate is calm",
    context: contextOf(world({ discount: -100n })),
    code: "near-rate",
  },
  {
    name: "beyond the threshold once is seen, not acted on",
    context: soldAt(world({ discount: 200n }), [0n, 0n]),
    code: "below-rate-once",
  },
  {
    name: "beyond it twice of three is not enough",
    context: soldAt(world({ discount: 200n }), [0n, 200n]),
    code: "below-rate-once",
  },
  {
    name: "beyond it three times in a row is a depeg",
    context: soldAt(world({ discount: 200n }), [200n, 200n]),
    code: "below-rate",
  },
  {
    name: "a calm sample in between starts the count again",
    context: soldAt(world({ discount: 200n }), [200n, 200n, 200n, 0n]),
    code: "below-rate-once",
  },
  {
    name: "without stored sales nothing has persisted",
    context: soldAt(world({ discount: 200n }), []),
    code: "below-rate-once",
  },
  {
    name: "one sample is enough when the policy says one",
    context: soldAt(world({ discount: 200n }, { samples: 1n }), []),
    code: "below-rate",
  },
  {
    name: "a guard larger than every quote knows no price",
    context: contextOf(world({}, { size: eth("2000") })),
    code: "price-unknown",
  },
  {
    name: "a price near a rate that fell is near its rate",
    context: contextOf(world({ yield: "-1" })),
    code: "near-rate",
  },
  {
    name: "a price below a rate that fell is no depeg with intact backing",
    context: contextOf(world({ yield: "-1", discount: 300n })),
    code: "below-fallen-rate",
  },
  {
    name: "a price below a rate of which nothing earlier is known proves no intact backing",
    context: withSeries(contextOf(world({ discount: 300n }, { samples: 1n })), [
      { id: "rate:weETH", samples: [] },
    ]),
    code: "below-rate-unproven",
  },
  {
    name: "what no pool trades has no price",
    context: tradedNowhere(contextOf(world({})), []),
    code: "no-market",
  },
  {
    name: "a route that failed to be quoted is not that",
    context: tradedNowhere(contextOf(world({})), ["route:uniswap-v3:weETH>WETH"]),
    code: "price-unknown",
  },
  {
    name: "another asset's route that failed has nothing to do with it",
    context: tradedNowhere(contextOf(world({})), ["route:uniswap-v3:rETH>WETH"]),
    code: "no-market",
  },
];

describe("marketDepeg", () => {
  test.each(cases)("$name", ({ context, code }) => {
    expect(codes(marketDepeg, context)[WEETH_KEY]).toBe(code);
  });

  const depegged = (response: Policy["guards"]["marketDepeg"]["response"], value = "400") =>
    soldAt(world({ discount: 200n, value }, { response }), [200n, 200n]);

  test.each([
    { name: "notify only warns", context: depegged("notify"), level: "warning", effect: { kind: "none" } },
    {
      name: "freeze-entries freezes the position",
      context: depegged("freeze-entries"),
      level: "warning",
      effect: { kind: "freeze-entries", positions: ["etherfi:weETH"] },
    },
    {
      name: "exit asks to leave all of it, urgently",
      context: depegged("exit"),
      level: "critical",
      effect: { kind: "reduce-to", position: "etherfi:weETH", target: 0n, urgent: true },
    },
    {
      name: "exit of nothing keeps it out",
      context: depegged("exit", "0"),
      level: "warning",
      effect: { kind: "freeze-entries", positions: ["etherfi:weETH"] },
    },
  ])("$name", ({ context, level, effect }) => {
    expect(findingWith(marketDepeg, { context, code: "below-rate" })).toMatchObject({ level, effect });
  });

  test("the discount is that of a sale of the guard's size, rounded up", () => {
    const found = findingWith(marketDepeg, { context: depegged("notify"), code: "below-rate" });
    // 200 bps of skew, 5 bps of fee, and 50 ether into 20,000 deep: about 25 bps.
    expect(found.measured?.unit).toBe("bps");
    expect((found.measured?.value ?? 0n) >= 226n && (found.measured?.value ?? 0n) <= 231n).toBe(true);
    expect(found.limit).toEqual({ unit: "bps", value: 100n });
  });

  const both = (response: Policy["guards"]["marketDepeg"]["response"]) =>
    soldAt(world({ yield: "-1", discount: 300n }, { response }), [300n, 300n]);

  test.each([
    { name: "notify only warns", response: "notify", effect: { kind: "none" } },
    {
      name: "freeze-entries freezes",
      response: "freeze-entries",
      effect: { kind: "freeze-entries", positions: ["etherfi:weETH"] },
    },
    {
      name: "exit freezes and does not sell",
      response: "exit",
      effect: { kind: "freeze-entries", positions: ["etherfi:weETH"] },
    },
  ] as const)("below a fallen rate, $name", ({ response, effect }) => {
    const found = findingWith(marketDepeg, { context: both(response), code: "below-fallen-rate" });
    expect(found).toMatchObject({ level: "warning", effect });
  });

  test("a rate that was not read is unknown", () => {
    const context = contextOf(world({}));
    const found = marketDepeg.evaluate({ ...context, snapshot: { ...context.snapshot, rates: [] } });
    expect(found.map((each) => [each.code, each.level])).toEqual([
      ["rate-unknown", "unknown"],
      ["rate-unknown", "unknown"],
    ]);
  });

  test("idle money and what is neither held nor listed is not watched", () => {
    const context = contextOf({ ...world({ value: "0" }), policy: { universe: [] } });
    expect(Object.keys(codes(marketDepeg, context))).toEqual(["position:lido:wstETH"]);
  });
});
