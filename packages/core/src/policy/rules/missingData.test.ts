import { describe, expect, test } from "vitest";
import type { Missing } from "../../snapshot/types.ts";
import { withSnapshot } from "../../testing/judge.ts";
import { CALM, contextOf, snapshotOf } from "../../testing/world.ts";
import type { RuleContext } from "../rule.ts";
import { missingData } from "./missingData.ts";

const calm = snapshotOf(CALM);
const missing = (subject: string): Missing => ({ subject, code: "rpc", retry: true, detail: "refused" });
const context = contextOf(CALM);

const cases: readonly { name: string; context: RuleContext; code: string; id: string; effect: string }[] = [
  {
    name: "a position",
    context: withSnapshot({ missing: [missing("position:lido:wstETH")] }),
    code: "value-unknown",
    id: "lido:wstETH",
    effect: "halt",
  },
  {
    name: "a listed position that nothing names",
    context: withSnapshot({ positions: calm.positions.slice(1) }),
    code: "value-unknown",
    id: "etherfi:weETH",
    effect: "halt",
  },
  {
    name: "a rate",
    context: withSnapshot({ missing: [missing("rate:wstETH")] }),
    code: "value-unknown",
    id: "wstETH",
    effect: "halt",
  },
  {
    name: "a venue",
    context: withSnapshot({ missing: [missing("venue:lido")] }),
    code: "value-unknown",
    id: "lido",
    effect: "halt",
  },
  {
    name: "the Safe",
    context: withSnapshot({ missing: [missing("safe")] }),
    code: "safe-unknown",
    id: "safe",
    effect: "halt",
  },
  {
    name: "the Safe, with nothing said",
    context: withSnapshot({ safe: null }),
    code: "safe-unknown",
    id: "safe",
    effect: "halt",
  },
  {
    name: "the fees",
    context: withSnapshot({ missing: [missing("gas")] }),
    code: "gas-unknown",
    id: "gas",
    effect: "halt",
  },
  {
    name: "the fees, with nothing said",
    context: withSnapshot({ gas: null }),
    code: "gas-unknown",
    id: "gas",
    effect: "halt",
  },
  {
    name: "something of no known name",
    context: withSnapshot({ missing: [missing("moon")] }),
    code: "reading-unknown",
    id: "moon",
    effect: "halt",
  },
  {
    name: "a route",
    context: withSnapshot({ missing: [missing("route:uniswap-v3:wstETH>WETH")] }),
    code: "route-unknown",
    id: "wstETH>WETH",
    effect: "hold",
  },
  {
    name: "a route, with nothing said",
    context: withSnapshot({ curves: calm.curves.slice(1) }),
    code: "route-unknown",
    id: "WETH>weETH",
    effect: "hold",
  },
  {
    name: "the history behind a yield",
    context: {
      ...context,
      history: {
        ...context.history,
        series: context.history.series.filter((each) => each.id !== "rate:weETH"),
      },
    },
    code: "yield-unknown",
    id: "weETH",
    effect: "hold",
  },
];

describe("missingData", () => {
  test("says that everything was read", () => {
    expect(missingData.evaluate(context).map((found) => [found.code, found.level])).toEqual([
      ["all-read", "ok"],
    ]);
  });

  test.each(cases)("says when it lacks $name", ({ context: each, code, id, effect }) => {
    const found = missingData.evaluate(each);
    expect(
      found.map((one) => [one.code, one.level, "id" in one.subject ? one.subject.id : "", one.effect.kind]),
    ).toEqual([[code, "unknown", id, effect]]);
  });

  test("a missing feed is the stale-oracle rule's", () => {
    expect(missingData.evaluate(withSnapshot({ missing: [missing("feed:stETH/ETH")] }))[0]?.code).toBe(
      "all-read",
    );
  });

  test("what the policy does not open and the account does not hold needs no route and no yield", () => {
    const world = {
      ...CALM,
      stakes: CALM.stakes.map((stake) =>
        stake.position === "etherfi:weETH" ? { ...stake, value: "0" } : stake,
      ),
    };
    const universe = context.policy.universe.filter((band) => band.position !== "etherfi:weETH");
    const each = contextOf({ ...world, policy: { universe } });
    const curves = each.snapshot.curves.filter(
      (curve) => curve.assetIn !== "weETH" && curve.assetOut !== "weETH",
    );
    expect(missingData.evaluate({ ...each, snapshot: { ...each.snapshot, curves } })[0]?.code).toBe(
      "all-read",
    );
  });

  test("several gaps are all told, in order", () => {
    const found = missingData.evaluate(withSnapshot({ gas: null, safe: null, curves: [] }));
    expect(found.map((each) => each.code)).toEqual([
      "route-unknown",
      "route-unknown",
      "route-unknown",
      "route-unknown",
      "gas-unknown",
      "safe-unknown",
    ]);
  });
});
