import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shuffled } from "../testing/disorder.ts";
import { exposedOf, facts as fact, factOf, portfolios } from "../testing/exposures.ts";
import { OPERATOR_A, restakedAt } from "../testing/restaking.ts";
import { eth } from "../testing/world.ts";
import { apportion } from "./apportion.ts";
import { type Exposed, lookThrough } from "./lookThrough.ts";
import { reachOf } from "./reachOf.ts";
import { CAUSE_KINDS, type ExposureFact, type LookThrough } from "./types.ts";
import { worstCauses } from "./worstCauses.ts";

const facts = fc.array(fact, { maxLength: 6 });
const sumOf = (list: readonly bigint[]) => list.reduce((sum, each) => sum + each, 0n);
const worth = (exposed: readonly Exposed[]) => sumOf(exposed.map(({ value }) => value));

/** `operator:a` → value in ether's worth, rounded down. */
function reached(through: LookThrough, kind: (typeof CAUSE_KINDS)[number]): Record<string, bigint> {
  return Object.fromEntries(
    reachOf(through, [kind]).map(({ cause, weight }) => [cause, weight / through.scale]),
  );
}

describe("lookThrough", () => {
  test("what is not stated of a kind is that kind's unknown cause, and what the id says is known", () => {
    const { slices, scale } = lookThrough([exposedOf(restakedAt(OPERATOR_A), "7")], []);
    expect(scale).toBe(1n);
    expect(slices).toEqual([
      {
        position: restakedAt(OPERATOR_A),
        weight: eth("7"),
        causes: [
          "admin-key:unknown",
          "avs:unknown",
          "bridge:unknown",
          `operator:${OPERATOR_A}`,
          "oracle:unknown",
          "protocol:eigenlayer",
        ],
      },
    ]);
  });

  test("operators by their shares, the rest unknown, and AVSs by a share of the share", () => {
    const through = lookThrough(
      [exposedOf("etherfi:weETH", "100")],
      [
        factOf("protocol:etherfi", { kind: "operator", parts: { a: 50n, b: 30n } }),
        factOf("operator:a", { kind: "avs", parts: { da: 40n }, rest: "none" }),
        factOf("operator:b", { kind: "avs", parts: { da: 10n, bridge: 20n }, rest: "none" }),
      ],
    );
    expect(reached(through, "operator")).toEqual({
      "operator:a": eth("50"),
      "operator:b": eth("30"),
      "operator:unknown": eth("20"),
    });
    expect(reached(through, "avs")).toEqual({
      "avs:bridge": eth("6"),
      "avs:da": eth("23"),
      "avs:unknown": eth("20"),
    });
  });

  test("a form depends on another protocol and on all that that one does", () => {
    const through = lookThrough(
      [exposedOf(restakedAt(OPERATOR_A), "5"), exposedOf("lido:wstETH", "8")],
      [
        factOf("form:eigenlayer:stETH", { kind: "protocol", parts: { lido: 100n } }),
        factOf("protocol:lido", { kind: "oracle", parts: { committee: 100n } }),
        factOf("protocol:eigenlayer", { kind: "admin-key", parts: { executor: 100n } }),
        factOf("protocol:lido", { kind: "admin-key", parts: { agent: 100n } }),
      ],
    );
    expect(reached(through, "oracle")).toEqual({ "oracle:committee": eth("13") });
    expect(reached(through, "admin-key")).toEqual({
      "admin-key:agent": eth("13"),
      "admin-key:executor": eth("5"),
    });
    expect(reached(through, "protocol")).toEqual({
      "protocol:eigenlayer": eth("5"),
      "protocol:lido": eth("13"),
    });
  });

  test("protocols that depend on one another are looked through once", () => {
    const through = lookThrough(
      [exposedOf("lido:wstETH", "4")],
      [
        factOf("protocol:lido", { kind: "protocol", parts: { etherfi: 50n }, rest: "none" }),
        factOf("protocol:etherfi", { kind: "protocol", parts: { lido: 100n } }),
      ],
    );
    expect(reached(through, "protocol")).toEqual({ "protocol:etherfi": eth("2"), "protocol:lido": eth("4") });
  });
});

describe("for any portfolio and any statements", () => {
  test("slices add up to the portfolio exactly, and so do the rows of every kind in whole units", () => {
    fc.assert(
      fc.property(portfolios, facts, (exposed, stated) => {
        const through = lookThrough(exposed, stated);
        expect(sumOf(through.slices.map(({ weight }) => weight))).toBe(worth(exposed) * through.scale);
        for (const kind of CAUSE_KINDS) {
          expect(sumOf(apportion(through, kind).map(({ value }) => value))).toBe(worth(exposed));
        }
      }),
    );
  });

  test("the order of positions and statements does not matter", () => {
    fc.assert(
      fc.property(portfolios, facts, fc.integer(), (exposed, stated, seed) => {
        expect(lookThrough(shuffled(exposed, seed), shuffled(stated, seed))).toEqual(
          lookThrough(exposed, stated),
        );
      }),
    );
  });

  test("every kind reaches the whole: what is not known is never no risk", () => {
    fc.assert(
      fc.property(portfolios, facts, (exposed, stated) => {
        const known = stated.map((each): ExposureFact => ({ ...each, rest: "unknown" }));
        const through = lookThrough(exposed, known);
        for (const kind of CAUSE_KINDS) {
          expect(sumOf(reachOf(through, [kind]).map(({ weight }) => weight))).toBeGreaterThanOrEqual(
            worth(exposed) * through.scale,
          );
        }
      }),
    );
  });

  test("a second venue that depends on the same as the first adds no diversification", () => {
    const moved = fc.bigInt({ min: 0n, max: 10n ** 20n });
    fc.assert(
      fc.property(facts, moved, fc.integer({ min: 1, max: 3 }), (stated, part, count) => {
        const twin = stated.map((each) => ({
          ...each,
          of: each.of.replace("lido", "etherfi") as typeof each.of,
        }));
        const lido = stated.filter(({ of }) => of !== "protocol:etherfi");
        const both = [...lido, ...twin.filter(({ of }) => of === "protocol:etherfi")].filter(
          ({ kind }) => kind !== "protocol",
        );
        const whole = 10n ** 20n;
        const hold = (position: string, value: bigint) => ({ position, value }) as Exposed;
        const one = lookThrough([hold("lido:wstETH", whole)], both);
        const two = lookThrough([hold("lido:wstETH", whole - part), hold("etherfi:weETH", part)], both);
        const kinds = CAUSE_KINDS.filter((kind) => kind !== "protocol");
        expect(worstCauses(two, { kinds, count }).weight * one.scale).toBe(
          worstCauses(one, { kinds, count }).weight * two.scale,
        );
      }),
    );
  });

  test("one more dependence never lowers what any known cause reaches, nor what the worst reach together", () => {
    fc.assert(
      fc.property(portfolios, facts, fact, fc.integer({ min: 1, max: 3 }), (exposed, stated, more, count) => {
        // It says more of a thing of which something of the kind is stated: an overlap, not news of what was unknown.
        const all = [...stated, { ...more, rest: "none" as const }];
        const kinds = [...CAUSE_KINDS];
        const closed = CAUSE_KINDS.flatMap((kind) =>
          ["protocol:lido", "protocol:etherfi", "protocol:eigenlayer"].map((of) =>
            factOf(of as ExposureFact["of"], { kind, parts: {}, rest: "none" }),
          ),
        );
        const before = lookThrough(exposed, [...stated, ...closed]);
        const after = lookThrough(exposed, [...all, ...closed]);
        const reachAfter = new Map(reachOf(after, kinds).map(({ cause, weight }) => [cause, weight]));
        for (const { cause, weight } of reachOf(before, kinds)) {
          expect((reachAfter.get(cause) ?? 0n) * before.scale).toBeGreaterThanOrEqual(weight * after.scale);
        }
        expect(worstCauses(after, { kinds, count }).weight * before.scale).toBeGreaterThanOrEqual(
          worstCauses(before, { kinds, count }).weight * after.scale,
        );
      }),
    );
  });
});
