import { describe, expect, test } from "vitest";
import { codes, findingWith, withSnapshot } from "../../testing/judge.ts";
import { contextOf, eth, type Stake, WEETH, type World, WSTETH } from "../../testing/world.ts";
import type { Bps, VenueId } from "../../units/brands.ts";
import { protocolCap } from "./protocolCap.ts";

function world(
  stakes: readonly Stake[],
  { idle, caps }: { idle: string; caps: Record<string, bigint> },
): World {
  const protocols = Object.entries(caps).map(([venue, max]) => ({
    venue: venue as VenueId,
    max: max as Bps,
  }));
  return { stakes, idle, policy: { caps: { protocols } } };
}

const lido = (value: string, position = "lido:wstETH"): Stake => ({ ...WSTETH, value, position });

const cases: readonly { name: string; world: World; expected: Record<string, string> }[] = [
  {
    name: "exactly at the cap is within it",
    world: world([lido("40"), { ...WEETH, value: "60" }], {
      idle: "0",
      caps: { lido: 4_000n, etherfi: 6_000n },
    }),
    expected: { "venue:lido": "within-cap", "venue:etherfi": "within-cap" },
  },
  {
    name: "one wei above the cap is a breach",
    world: world([lido("40.000000000000000001"), { ...WEETH, value: "60" }], {
      idle: "0",
      caps: { lido: 4_000n },
    }),
    expected: { "venue:lido": "above-cap" },
  },
  {
    name: "a lone protocol fits a cap of 100 %",
    world: world([lido("1")], { idle: "0", caps: { lido: 10_000n } }),
    expected: { "venue:lido": "within-cap" },
  },
  {
    name: "two positions of one protocol count together",
    world: world([lido("30"), lido("30", "lido:stETH")], { idle: "40", caps: { lido: 5_900n } }),
    expected: { "venue:lido": "above-cap" },
  },
  {
    name: "a cap of nothing is kept by nothing",
    world: world([lido("0")], { idle: "40", caps: { lido: 0n } }),
    expected: { "venue:lido": "within-cap" },
  },
  { name: "without caps nothing is said", world: world([lido("50")], { idle: "0", caps: {} }), expected: {} },
];

describe("protocolCap", () => {
  test.each(cases)("$name", ({ world: each, expected }) => {
    expect(codes(protocolCap, contextOf(each))).toEqual(expected);
  });

  test("a breach takes all of its excess from the venue's largest position", () => {
    const context = contextOf(
      world([lido("20"), lido("40", "lido:stETH")], { idle: "40", caps: { lido: 5_000n } }),
    );
    expect(findingWith(protocolCap, { context, code: "above-cap" })).toMatchObject({
      level: "warning",
      measured: { unit: "bps", value: 6_000n },
      limit: { unit: "bps", value: 5_000n },
      effect: { kind: "reduce-to", position: "lido:stETH", target: eth("30"), urgent: false },
    });
  });

  test("between two equal positions the first by name gives", () => {
    const context = contextOf(
      world([lido("30"), lido("30", "lido:stETH")], { idle: "40", caps: { lido: 5_000n } }),
    );
    expect(findingWith(protocolCap, { context, code: "above-cap" }).effect).toMatchObject({
      position: "lido:stETH",
    });
  });

  test("a share of an unknown whole is unknown, and freezes the venue", () => {
    const missing = [{ subject: "rate:weETH", code: "revert", retry: false, detail: "" }] as const;
    const context = withSnapshot({ missing });
    for (const found of protocolCap.evaluate(context)) {
      expect(found).toMatchObject({ code: "share-unknown", level: "unknown", measured: null });
      expect(found.effect.kind).toBe("freeze-entries");
    }
  });
});
