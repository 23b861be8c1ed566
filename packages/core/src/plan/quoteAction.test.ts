import { describe, expect, test } from "vitest";
import { contextOf, eth, WEETH, WSTETH } from "../testing/world.ts";
import type { AssetId, Bps } from "../units/brands.ts";
import { rawAmount } from "../units/quantities.ts";
import { planningFacts } from "./planningFacts.ts";
import { quoteAction } from "./quoteAction.ts";

const facts = planningFacts(contextOf({ stakes: [WSTETH, WEETH], idle: "100" }), []);
const [weETH, wstETH] = facts.lines;
if (weETH === undefined || wstETH === undefined) throw new Error("the world has two stakes");
const terms = {
  settlement: "WETH" as AssetId,
  ceiling: 50n as Bps,
  tolerance: 20n as Bps,
  limitedBy: "gain",
};

describe("quoteAction", () => {
  test("an exit sells the token for the settlement asset on the quoted route", () => {
    const action = quoteAction({ kind: "exit", line: wstETH, spend: rawAmount(eth("10")), ...terms });
    expect(action).toMatchObject({
      kind: "exit",
      position: "lido:wstETH",
      venue: "lido",
      route: "uniswap-v3",
      pool: `0x${"cc".repeat(20)}`,
      fee: 100n,
      spend: { asset: "wstETH", amount: eth("10") },
      receive: { asset: "WETH" },
      limitedBy: "gain",
    });
  });

  test("an entry buys it, the other way round", () => {
    const action = quoteAction({ kind: "enter", line: weETH, spend: rawAmount(eth("10")), ...terms });
    expect(action).toMatchObject({
      kind: "enter",
      fee: 500n,
      spend: { asset: "WETH", amount: eth("10") },
      receive: { asset: "weETH" },
    });
  });

  test.each([
    { name: "no route", line: { ...wstETH, exit: null }, spend: "1", because: "no-route" },
    { name: "more than was quoted", line: wstETH, spend: "900", because: "beyond-curve" },
    { name: "a quote beyond the ceiling", line: wstETH, spend: "800", because: "beyond-slippage" },
  ])("cannot be made with $name", ({ line, spend, because }) => {
    const action = quoteAction({ kind: "exit", line, spend: rawAmount(eth(spend)), ...terms });
    expect(action).toEqual({ kind: "unquotable", because, position: "lido:wstETH" });
  });
});
