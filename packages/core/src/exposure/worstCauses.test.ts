import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exposedOf, factOf, facts, portfolios } from "../testing/exposures.ts";
import { eth } from "../testing/world.ts";
import { max } from "../units/order.ts";
import { kindOf } from "./causeOf.ts";
import { lookThrough } from "./lookThrough.ts";
import { reachOf } from "./reachOf.ts";
import { CAUSE_KINDS, type Cause, type LookThrough } from "./types.ts";
import { worstCauses } from "./worstCauses.ts";

const kinds = ["operator", "avs"] as const;

const through = lookThrough(
  [exposedOf("etherfi:weETH", "100")],
  [
    factOf("protocol:etherfi", { kind: "operator", parts: { a: 50n, b: 30n, c: 20n } }),
    factOf("operator:a", { kind: "avs", parts: { x: 100n } }),
    factOf("operator:b", { kind: "avs", parts: { y: 100n } }),
    factOf("operator:c", { kind: "avs", parts: { x: 100n } }),
  ],
);

function unionOf({ slices }: LookThrough, causes: readonly Cause[]): bigint {
  return slices
    .filter((slice) => slice.causes.some((cause) => causes.includes(cause)))
    .reduce((sum, { weight }) => sum + weight, 0n);
}

/** Every choice of at most `count` of them. */
function choices(causes: readonly Cause[], count: number): Cause[][] {
  const [first, ...rest] = causes;
  if (first === undefined || count === 0) return [[]];
  return [...choices(rest, count), ...choices(rest, count - 1).map((each) => [first, ...each])];
}

describe("worstCauses", () => {
  test.each([
    { count: 0, causes: [], value: "0" },
    { count: 1, causes: ["avs:x"], value: "70" },
    { count: 2, causes: ["avs:x", "avs:y"], value: "100" },
    { count: 5, causes: ["avs:x", "avs:y"], value: "100" },
  ])("the worst $count of an operator's AVS that another one shares", ({ count, causes, value }) => {
    expect(worstCauses(through, { kinds, count })).toEqual({ causes, weight: eth(value) * through.scale });
  });

  test("what an operator and its AVS both reach counts once", () => {
    const one = lookThrough(
      [exposedOf("etherfi:weETH", "100")],
      [
        factOf("protocol:etherfi", { kind: "operator", parts: { a: 60n }, rest: "none" }),
        factOf("operator:a", { kind: "avs", parts: { x: 100n } }),
        factOf("protocol:etherfi", { kind: "avs", parts: {}, rest: "none" }),
      ],
    );
    expect(worstCauses(one, { kinds, count: 2 }).weight).toBe(eth("60") * one.scale);
  });

  test("no choice reaches more, for any portfolio", () => {
    fc.assert(
      fc.property(
        portfolios,
        fc.array(facts, { maxLength: 5 }),
        fc.integer({ min: 0, max: 3 }),
        (exposed, stated, count) => {
          const each = lookThrough(exposed, stated);
          const all = reachOf(each, [...CAUSE_KINDS]).map(({ cause }) => cause);
          const own = all.filter((cause) => (kinds as readonly string[]).includes(kindOf(cause)));
          const most = choices(own, count)
            .map((chosen) => unionOf(each, chosen))
            .reduce((best, weight) => max<bigint>(best, weight), 0n);
          const worst = worstCauses(each, { kinds, count });
          expect(worst.weight).toBe(most);
          expect(unionOf(each, worst.causes)).toBe(most);
        },
      ),
      { numRuns: 60 },
    );
  });
});
