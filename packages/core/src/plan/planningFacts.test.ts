import { describe, expect, test } from "vitest";
import { withSnapshot } from "../testing/judge.ts";
import { CALM, contextOf, eth, type Stake, snapshotOf, WEETH, WSTETH } from "../testing/world.ts";
import { planningFacts } from "./planningFacts.ts";

describe("planningFacts", () => {
  test("every position but the idle one is a line with its rate, yield, band and both routes", () => {
    const facts = planningFacts(contextOf(CALM), []);
    expect(facts.total).toBe(eth("1000"));
    expect(facts.settlement).toBe("WETH");
    expect(facts.idle).toMatchObject({
      position: "idle:WETH",
      value: eth("100"),
      rate: eth("1"),
      yield: 0n,
      exit: null,
    });
    expect(facts.lines.map((line) => line.position)).toEqual(["etherfi:weETH", "lido:wstETH"]);
    expect(facts.lines[1]).toMatchObject({
      rate: eth("1.2"),
      mayEnter: true,
      mayExit: true,
      exit: { assetIn: "wstETH", assetOut: "WETH" },
      enter: { assetIn: "WETH", assetOut: "wstETH" },
    });
  });

  test("what the policy does not list may be left, never entered", () => {
    const facts = planningFacts(contextOf({ ...CALM, policy: { universe: [] } }), []);
    expect(facts.lines.map((line) => [line.band, line.mayEnter, line.mayExit])).toEqual([
      [null, false, true],
      [null, false, true],
    ]);
  });

  test("two positions in one asset share one pool: only the larger is traded", () => {
    const twin: Stake = { ...WSTETH, position: "vault:wstETH", value: "100" };
    const facts = planningFacts(contextOf({ stakes: [WSTETH, twin], idle: "10" }), []);
    expect(facts.lines.map((line) => [line.position, line.exit === null, line.enter === null])).toEqual([
      ["lido:wstETH", false, false],
      ["vault:wstETH", true, true],
    ]);
  });

  test("a yield that is not known is null, not zero", () => {
    const context = contextOf(CALM);
    const facts = planningFacts({ ...context, history: { ...context.history, series: [] } }, []);
    expect(facts.lines.map((line) => line.yield)).toEqual([null, null]);
    expect(facts.idle.yield).toBe(0n);
  });

  test("a position without a rate is left out, and an account without idle money has an empty idle line", () => {
    const snapshot = snapshotOf({ stakes: [WSTETH, WEETH], idle: "0" });
    const context = withSnapshot({
      rates: snapshot.rates.slice(1),
      positions: snapshot.positions.filter((held) => held.position !== "idle:WETH"),
    });
    const facts = planningFacts(context, []);
    expect(facts.lines.map((line) => line.position)).toEqual(["lido:wstETH"]);
    expect(facts.idle).toMatchObject({ position: "idle:WETH", amount: 0n });
  });
});
