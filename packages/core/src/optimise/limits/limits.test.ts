import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../policy/evaluate.ts";
import type { RuleContext } from "../../policy/rule.ts";
import { contexts } from "../../testing/arbitraryWorld.ts";
import { decideFor, proposedPlan } from "../../testing/decideFor.ts";
import { withFigures } from "../../testing/figures.ts";
import { CALM, contextOf, eth, type policyOf, SHIFT } from "../../testing/world.ts";
import type { Bps } from "../../units/brands.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { Stage } from "../limit.ts";
import { linearProblemOf } from "../linearProblemOf.ts";
import { openModel } from "../model.ts";
import { sumOf } from "../sumOf.ts";
import { limits } from "./limits.ts";

type Caps = ReturnType<typeof policyOf>["caps"];

function problemOf(context: RuleContext, stage: Stage = { kind: "gain" }) {
  return linearProblemOf(openModel(context, { findings: evaluate(context), caution: 0n }), stage);
}

function rowsBy(context: RuleContext, by: string) {
  return problemOf(context).rows.filter((row) => row.by === by);
}

describe("limits of the optimiser", () => {
  test("doing nothing is within every one of them, whatever the account", () => {
    fc.assert(
      fc.property(contexts, (context) => {
        for (const kind of ["gain", "unpaid"] as const) {
          expect(problemOf(context, { kind }).rows.every(({ atMost }) => atMost >= 0n)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("what is broken may stay broken: then doing nothing is within them too", () => {
    fc.assert(
      fc.property(contexts, (context) => {
        const { rows, columns } = problemOf(context, { kind: "mend" });
        const lacking = columns
          .filter(({ name }) => /^d\d/.test(name))
          .map(({ name, most }) => [name, most] as const);
        const values = new Map(lacking);
        expect(rows.every(({ terms, atMost }) => sumOf(terms, values) <= atMost)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test("every column is made by one limit, and every term is of such a column", () => {
    const { columns, rows, objective } = problemOf(contextOf(SHIFT));
    const names = columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const used = [...rows.flatMap(({ terms }) => terms), ...objective].map(({ column }) => column);
    expect(used.filter((column) => !names.includes(column))).toEqual([]);
  });

  test("a batch of nine calls takes four swaps, one of no gas none", () => {
    const most = (batch: { maxCalls: bigint; maxGas: bigint }) => {
      const [row] = rowsBy(contextOf({ ...CALM, policy: { batch } }), "batch");
      return (row?.terms.find(({ column }) => column === "any")?.times ?? 1n) / WAD_ONE;
    };
    expect(most({ maxCalls: 9n, maxGas: 3_000_000n })).toBe(-4n);
    expect(most({ maxCalls: 10n, maxGas: 3_000_000n })).toBe(-4n);
    expect(most({ maxCalls: 100n, maxGas: 600_000n })).toBe(-2n);
    expect(most({ maxCalls: 100n, maxGas: 100_000n })).toBe(0n);
  });

  test("a venue has room to its cap less the hysteresis, and none beyond it", () => {
    const room = (max: bigint) => {
      const caps = { protocols: [{ venue: "etherfi", max: max as Bps }] } as unknown as Caps;
      const [row] = rowsBy(contextOf({ ...CALM, policy: { caps } }), "protocol-cap");
      return Number(row?.atMost ?? -1n) / 1e18;
    };
    expect(room(4_500n)).toBeCloseTo(0.0475, 9);
    expect(room(4_025n)).toBeCloseTo(0, 9);
    expect(room(4_010n)).toBe(0);
  });

  test("an operator has room to the treasury's cap, and none beyond it", () => {
    const operator = `0x${"a1".repeat(20)}`;
    const stakes = [
      { ...CALM.stakes[0], position: `eigenlayer:stETH@${operator}` },
    ] as unknown as typeof CALM.stakes;
    const room = (max: bigint) => {
      const caps = { protocols: [], operators: [{ operator, max: max as Bps }] } as unknown as Caps;
      const [row] = rowsBy(contextOf({ stakes, idle: "500", policy: { caps } }), "operator-cap");
      return Number(row?.atMost ?? -1n) / 1e18;
    };
    expect(room(6_000n)).toBeCloseTo(0.1, 6);
    expect(room(4_000n)).toBe(0);
  });

  test("an asset has room to its cap less the hysteresis in all its forms, of the account and of the treasury", () => {
    const room = (cap: object) => {
      const caps = { protocols: [], assets: [{ asset: "weETH", ...cap }] } as unknown as Caps;
      const rows = rowsBy(contextOf({ ...CALM, policy: { caps } }), "asset-cap");
      return rows.map(({ atMost }) => Number(atMost) / 1e18);
    };
    expect(room({ max: 4_500n })[0]).toBeCloseTo(0.0475, 9);
    expect(room({ max: 4_010n })[0]).toBe(0);
    const [, treasury = -1] = room({ max: 10_000n, treasury: 4_500n });
    expect(treasury).toBeGreaterThan(0.045);
    expect(treasury).toBeLessThan(0.05);
  });

  test("a venue takes no more than its share of the treasury's, and one that states no value takes nothing", () => {
    const room = (tvl: readonly string[]) => {
      const figures = tvl.map(
        (value) => ({ venue: "etherfi", figure: "tvl", now: eth(value), before: {} }) as const,
      );
      const calm = contextOf({ ...CALM, policy: { caps: { protocols: [], venueShare: 100n as Bps } } });
      const [row] = rowsBy(withFigures(calm, figures), "venue-share");
      return Number(row?.atMost ?? -1n) / 1e18;
    };
    expect(room(["50000"])).toBeCloseTo(0.1, 6);
    expect(room(["40000"])).toBe(0);
  });

  test("an asset grows no further than its share of what its market takes", () => {
    const stakes = CALM.stakes.map((each) => ({ ...each, depth: "4000000" }));
    const room = (share: bigint) => {
      const caps = { protocols: [], exitLiquidityShare: share } as unknown as Caps;
      const rows = rowsBy(contextOf({ ...CALM, stakes, policy: { caps } }), "exit-liquidity-share");
      return rows.map(({ atMost }) => atMost);
    };
    const [whole, less] = [room(10_000n), room(9_000n)];
    expect(whole).toHaveLength(2);
    expect(less.every((most, index) => most > 0n && most < (whole[index] ?? 0n))).toBe(true);
  });

  test("what a cap leaves of a better yield is taken, and the cap is named", () => {
    const caps = { protocols: [], assets: [{ asset: "weETH", max: 4_300n }] } as unknown as Caps;
    const { actions } = proposedPlan(decideFor(contextOf({ ...SHIFT, policy: { caps } })));
    expect(actions.map(({ kind, limitedBy }) => [kind, limitedBy])).toContainEqual(["enter", "asset-cap"]);
  });

  test("each has a file of its own, named once", () => {
    expect(new Set(limits).size).toBe(limits.length);
  });
});
