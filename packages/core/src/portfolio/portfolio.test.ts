import { describe, expect, test } from "vitest";
import { withSnapshot } from "../testing/judge.ts";
import { CALM, contextOf, eth, snapshotOf } from "../testing/world.ts";
import type { AssetId, Bps, VenueId } from "../units/brands.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { idleReading } from "./idleReading.ts";
import { portfolioOf, venueValue } from "./portfolio.ts";
import { rateOf } from "./rateOf.ts";
import { saleWithin } from "./saleWithin.ts";
import { isBaseLike, settlementAsset } from "./settlementAsset.ts";

const calm = snapshotOf(CALM);
const missing = (subject: string) => ({ subject, code: "rpc", retry: true, detail: "" }) as const;

describe("portfolioOf", () => {
  test("it adds up what is held", () => {
    const portfolio = portfolioOf(contextOf(CALM));
    expect(portfolio.unknown).toEqual([]);
    expect(portfolio.total).toBe(eth("1000"));
    expect(portfolio.holdings.map((held) => held.position)).toEqual([
      "etherfi:weETH",
      "idle:WETH",
      "lido:wstETH",
    ]);
    expect(venueValue(portfolio, "lido" as VenueId)).toBe(eth("500"));
    expect(venueValue(portfolio, "renzo" as VenueId)).toBe(0n);
  });

  const cases: readonly { name: string; context: ReturnType<typeof contextOf>; unknown: string[] }[] = [
    {
      name: "a position that was not read",
      context: withSnapshot({ missing: [missing("position:lido:wstETH")] }),
      unknown: ["position:lido:wstETH"],
    },
    {
      name: "a whole venue",
      context: withSnapshot({ missing: [missing("venue:lido")] }),
      unknown: ["venue:lido"],
    },
    {
      name: "a listed position that no reading and no fault names",
      context: withSnapshot({ positions: calm.positions.slice(1) }),
      unknown: ["position:etherfi:weETH"],
    },
    { name: "a rate", context: withSnapshot({ rates: calm.rates.slice(1) }), unknown: ["rate:weETH"] },
    {
      name: "a rate of zero",
      context: withSnapshot({ rates: calm.rates.map((each) => ({ ...each, rate: 0n as typeof each.rate })) }),
      unknown: ["rate:weETH", "rate:wstETH"],
    },
  ];
  test.each(cases)("the total is unknown without $name", ({ context, unknown }) => {
    expect(portfolioOf(context).unknown).toEqual(unknown);
  });

  test("a missing feed or route says nothing about value", () => {
    expect(portfolioOf(withSnapshot({ missing: [missing("feed:x"), missing("gas")] })).unknown).toEqual([]);
  });
});

describe("rateOf", () => {
  test.each(["ETH", "WETH"])("%s is worth one", (asset) => {
    expect(rateOf(calm, asset as AssetId)).toBe(WAD_ONE);
  });
  test("a token is worth what its protocol says, and nothing is known of others", () => {
    expect(rateOf(calm, "wstETH" as AssetId)).toBe(eth("1.2"));
    expect(rateOf(calm, "rETH" as AssetId)).toBeNull();
  });
});

describe("settlementAsset", () => {
  test("a native base asset trades in its wrapped form, a token as itself", () => {
    expect(settlementAsset("ETH" as AssetId)).toBe("WETH");
    expect(settlementAsset("USDC" as AssetId)).toBe("USDC");
    expect(isBaseLike("WETH" as AssetId, "ETH" as AssetId)).toBe(true);
    expect(isBaseLike("WETH" as AssetId, "USDC" as AssetId)).toBe(false);
  });
});

describe("idleReading", () => {
  test("it is the idle wrapped asset as read, or empty", () => {
    expect(idleReading(calm)).toMatchObject({ position: "idle:WETH", value: eth("100") });
    expect(idleReading({ ...calm, positions: [] })).toMatchObject({ position: "idle:WETH", amount: 0n });
  });
});

describe("saleWithin", () => {
  const [weETH] = calm.positions;
  const holding = weETH ?? idleReading(calm);

  test("it sells no more than is held and no more than the ceiling allows", () => {
    const wide = saleWithin(calm, { holding, maxCost: 9_000n as Bps });
    expect(wide?.amountIn).toBe(holding.amount);
    const narrow = saleWithin(calm, { holding, maxCost: 20n as Bps });
    expect((narrow?.amountIn ?? 0n) > 0n && (narrow?.amountIn ?? 0n) < holding.amount).toBe(true);
  });

  test("without a route or a rate nothing is known", () => {
    expect(saleWithin({ ...calm, curves: [] }, { holding, maxCost: 50n as Bps })).toBeNull();
    expect(saleWithin({ ...calm, rates: [] }, { holding, maxCost: 50n as Bps })).toBeNull();
  });
});
