import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codes, findingWith, withSnapshot } from "../../testing/judge.ts";
import { CALM, contextOf, eth, policyOf, WEETH, type World, WSTETH } from "../../testing/world.ts";
import type { Bps, PositionId } from "../../units/brands.ts";
import type { Policy } from "../policy.ts";
import { positionBand } from "./positionBand.ts";

function bands(...each: readonly [string, bigint, bigint][]): Partial<Policy> {
  return {
    universe: each.map(([position, min, max]) => ({
      position: position as PositionId,
      min: min as Bps,
      target: min as Bps,
      max: max as Bps,
    })),
  };
}

const held = (wstETH: string, idle: string): World => ({ stakes: [{ ...WSTETH, value: wstETH }], idle });

const cases: readonly { name: string; world: World; expected: Record<string, string> }[] = [
  {
    name: "exactly at the maximum is inside",
    world: { ...held("40", "60"), policy: bands(["idle:WETH", 0n, 10_000n], ["lido:wstETH", 0n, 4_000n]) },
    expected: { "position:idle:WETH": "within-band", "position:lido:wstETH": "within-band" },
  },
  {
    name: "one wei above the maximum is a breach",
    world: {
      ...held("40.000000000000000001", "60"),
      policy: bands(["idle:WETH", 0n, 10_000n], ["lido:wstETH", 0n, 4_000n]),
    },
    expected: { "position:idle:WETH": "within-band", "position:lido:wstETH": "above-max" },
  },
  {
    name: "exactly at the minimum is inside",
    world: {
      ...held("40", "60"),
      policy: bands(["idle:WETH", 6_000n, 10_000n], ["lido:wstETH", 0n, 10_000n]),
    },
    expected: { "position:idle:WETH": "within-band", "position:lido:wstETH": "within-band" },
  },
  {
    name: "one wei below the minimum is a breach",
    world: {
      ...held("40.000000000000000001", "60"),
      policy: bands(["idle:WETH", 6_000n, 10_000n], ["lido:wstETH", 0n, 10_000n]),
    },
    expected: { "position:idle:WETH": "below-min", "position:lido:wstETH": "within-band" },
  },
  {
    name: "a position that the policy does not list is told when it holds something",
    world: { ...held("40", "60"), policy: bands(["idle:WETH", 0n, 10_000n]) },
    expected: { "position:idle:WETH": "within-band", "position:lido:wstETH": "not-listed" },
  },
  {
    name: "and not when it holds nothing",
    world: { ...held("0", "60"), policy: bands(["idle:WETH", 0n, 10_000n]) },
    expected: { "position:idle:WETH": "within-band" },
  },
  {
    name: "an empty account is inside every band",
    world: { ...held("0", "0"), policy: bands(["idle:WETH", 5_000n, 10_000n], ["lido:wstETH", 0n, 0n]) },
    expected: { "position:idle:WETH": "within-band", "position:lido:wstETH": "within-band" },
  },
];

describe("positionBand", () => {
  test.each(cases)("$name", ({ world, expected }) => {
    expect(codes(positionBand, contextOf(world))).toEqual(expected);
  });

  test("one position that was not read makes every share unknown", () => {
    const missing = [{ subject: "position:lido:wstETH", code: "rpc", retry: true, detail: "" }] as const;
    const context = withSnapshot({ missing });
    expect(new Set(Object.values(codes(positionBand, context)))).toEqual(new Set(["share-unknown"]));
    expect(positionBand.evaluate(context).every((found) => found.level === "unknown")).toBe(true);
  });

  test("a breach shows the share rounded up and asks for no more than the maximum", () => {
    const world = {
      ...held("41", "59"),
      policy: bands(["idle:WETH", 0n, 10_000n], ["lido:wstETH", 0n, 4_000n]),
    };
    expect(findingWith(positionBand, { context: contextOf(world), code: "above-max" })).toMatchObject({
      level: "warning",
      measured: { unit: "bps", value: 4_100n },
      limit: { unit: "bps", value: 4_000n },
      effect: { kind: "reduce-to", position: "lido:wstETH", target: eth("40"), urgent: false },
    });
  });

  test("a lack shows the share rounded down and asks for at least the minimum", () => {
    const world = {
      ...held("50", "50"),
      policy: bands(["idle:WETH", 6_000n, 10_000n], ["lido:wstETH", 0n, 10_000n]),
    };
    expect(findingWith(positionBand, { context: contextOf(world), code: "below-min" })).toMatchObject({
      measured: { unit: "bps", value: 5_000n },
      effect: { kind: "raise-to", position: "idle:WETH", target: eth("60") },
    });
  });

  test("after reducing to what a breach asks for, the rest kept, nothing is above its maximum", () => {
    const amounts = fc.bigInt({ min: 1n, max: 10n ** 24n });
    fc.assert(
      fc.property(amounts, amounts, fc.bigInt({ min: 0n, max: 9_999n }), (a, b, max) => {
        const context = contextOf(CALM);
        const policy = policyOf(
          CALM.stakes,
          bands(["etherfi:weETH", 0n, 10_000n], ["idle:WETH", 0n, 10_000n], ["lido:wstETH", 0n, max]),
        );
        const value = (position: string) =>
          position === "lido:wstETH" ? a : position === "idle:WETH" ? b : 0n;
        const positions = context.snapshot.positions.map((each) => ({
          ...each,
          value: value(each.position) as typeof each.value,
        }));
        const found = positionBand.evaluate({
          ...context,
          policy,
          snapshot: { ...context.snapshot, positions },
        });
        const breach = found.find((each) => each.code === "above-max");
        expect(breach !== undefined).toBe(a * 10_000n > max * (a + b));
        if (breach?.effect.kind === "reduce-to")
          expect(breach.effect.target * 10_000n <= max * (a + b)).toBe(true);
      }),
    );
  });

  test("it does not fall for the stake of another venue", () => {
    expect(Object.keys(codes(positionBand, contextOf({ stakes: [WSTETH, WEETH], idle: "1" })))).toHaveLength(
      3,
    );
  });
});
