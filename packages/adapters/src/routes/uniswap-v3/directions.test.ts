import { assetId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { DEVNET, UNISWAP } from "../../testing/devnetView.ts";
import { directions } from "./directions.ts";
import { uniswapV3 } from "./index.ts";
import { LADDER, sizeOf } from "./ladder.ts";

const route = DEVNET.routes[UNISWAP];

describe("directions", () => {
  it("are two for every pool, each the other's reverse", () => {
    const all = directions(DEVNET);
    expect(all).toHaveLength(2 * (route?.pools.length ?? 0));
    for (const { pool, assetIn, assetOut } of all) {
      expect(new Set([assetIn.id, assetOut.id])).toEqual(new Set([pool.tokenA, pool.tokenB]));
      const reverse = all.find((other) => other.pool === pool && other.assetIn === assetOut);
      expect(reverse?.assetOut).toBe(assetIn);
    }
  });

  it("leave out a pool whose token the deployment does not list", () => {
    const assets = DEVNET.assets.filter(({ id }) => id !== assetId("weETH"));
    expect(directions({ ...DEVNET, assets })).toHaveLength(2);
  });

  it("are the pairs that the route offers", () => {
    expect(uniswapV3.pairs(DEVNET)).toEqual(
      directions(DEVNET).map(({ assetIn, assetOut }) => ({ assetIn: assetIn.id, assetOut: assetOut.id })),
    );
  });
});

describe("the ladder", () => {
  it("ascends, and counts in the asset's own decimals", () => {
    expect(LADDER).toEqual(LADDER.toSorted((a, b) => Number(a - b)));
    const [asset] = DEVNET.assets;
    if (asset === undefined) throw new Error("the devnet has no assets");
    expect(sizeOf(5n, asset)).toBe(5n * 10n ** 18n);
    expect(sizeOf(5n, { ...asset, decimals: 6n })).toBe(5_000_000n);
  });
});

describe("the route's contracts", () => {
  it("are router, quoter, factory and every pool, each cited", () => {
    const contracts = uniswapV3.contracts(DEVNET);
    const pools = (route?.pools ?? []).map((pool) => pool.address);
    expect(contracts.map(({ address }) => address)).toEqual([
      route?.router,
      route?.quoter,
      route?.factory,
      ...pools,
    ]);
    expect(contracts.every(({ citation }) => citation.includes("devnet"))).toBe(true);
  });

  it("carry the deployment's own citation where it gives one", () => {
    const citations = { [`routes.${UNISWAP}.router`]: "a page" };
    const [router] = uniswapV3.contracts({ ...DEVNET, citations });
    expect(router?.citation).toBe("a page");
  });
});
