import { describe, expect, test } from "vitest";
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
function after(each: World, discounts: readonly bigint[]): RuleContext {
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

const cases: readonly { name: string; context: RuleContext; code: string }[] = [
  { name: "a price near the rate is calm", context: contextOf(world({})), code: "near-rate" },
  {
    name: "a price above the rate is calm",
    context: contextOf(world({ discount: -100n })),
    code: "near-rate",
  },
  {
    name: "beyond the threshold once is seen, not acted on",
    context: after(world({ discount: 200n }), [0n, 0n]),
    code: "below-rate-once",
  },
  {
    name: "beyond it twice of three is not enough",
    context: after(world({ discount: 200n }), [0n, 200n]),
    code: "below-rate-once",
  },
  {
    name: "beyond it three times in a row is a depeg",
    context: after(world({ discount: 200n }), [200n, 200n]),
    code: "below-rate",
  },
  {
    name: "a calm sample in between starts the count again",
    context: after(world({ discount: 200n }), [200n, 200n, 200n, 0n]),
    code: "below-rate-once",
  },
  {
    name: "without stored sales nothing has persisted",
    context: after(world({ discount: 200n }), []),
    code: "below-rate-once",
  },
  {
    name: "one sample is enough when the policy says one",
    context: after(world({ discount: 200n }, { samples: 1n }), []),
    code: "below-rate",
  },
  {
    name: "a guard larger than every quote knows no price",
    context: contextOf(world({}, { size: eth("2000") })),
    code: "price-unknown",
  },
  {
    name: "a rate that fell is a loss of backing",
    context: contextOf(world({ yield: "-1" })),
    code: "backing-loss",
  },
  {
    name: "a rate that fell is a loss of backing, even at a discount",
    context: contextOf(world({ yield: "-1", discount: 300n })),
    code: "backing-loss",
  },
];

describe("marketDepeg", () => {
  test.each(cases)("$name", ({ context, code }) => {
    expect(codes(marketDepeg, context)[WEETH_KEY]).toBe(code);
  });

  const depegged = (response: Policy["guards"]["marketDepeg"]["response"], value = "400") =>
    after(world({ discount: 200n, value }, { response }), [200n, 200n]);

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

  test("a loss of backing is critical, freezes entries and never sells, whatever the response", () => {
    const context = contextOf(world({ yield: "-1", discount: 300n }, { response: "exit", samples: 1n }));
    const found = findingWith(marketDepeg, { context, code: "backing-loss" });
    expect(found).toMatchObject({
      level: "critical",
      measured: { unit: "wad", value: eth("1.05") },
      effect: { kind: "freeze-entries", positions: ["etherfi:weETH"] },
    });
    expect((found.limit?.value ?? 0n) > eth("1.05")).toBe(true);
  });

  test("a loss stays reported after the next sample, until the rate is back", () => {
    const context = contextOf(world({}));
    const series = context.history.series.map((one) => ({
      ...one,
      samples: one.samples.map((sample, index) =>
        one.id === "rate:weETH" && index === 3 ? { ...sample, value: eth("1.06") as bigint as Wad } : sample,
      ),
    }));
    expect(codes(marketDepeg, { ...context, history: { ...context.history, series } })[WEETH_KEY]).toBe(
      "backing-loss",
    );
  });

  test("a first sample has nothing to compare with: backing is unknown", () => {
    const context = contextOf(world({}));
    const found = marketDepeg.evaluate({ ...context, history: { ...context.history, series: [] } });
    expect(found.map((each) => [each.code, each.level])).toEqual([
      ["backing-unknown", "unknown"],
      ["backing-unknown", "unknown"],
    ]);
  });

  test("idle money and what is neither held nor listed is not watched", () => {
    const context = contextOf({ ...world({ value: "0" }), policy: { universe: [] } });
    expect(Object.keys(codes(marketDepeg, context))).toEqual(["position:lido:wstETH"]);
  });
});
