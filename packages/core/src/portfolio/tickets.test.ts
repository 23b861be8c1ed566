import { describe, expect, test } from "vitest";
import { assetYield } from "../history/assetYield.ts";
import { accountValue } from "../snapshot/accountValue.ts";
import { changed, queuedOf, restaked, STAKED, ticketOf, waitingFor } from "../testing/withdrawals.ts";
import { CALM, contextOf, eth } from "../testing/world.ts";
import type { AssetId, PositionId, VenueId } from "../units/brands.ts";
import { isMarketAsset } from "./isMarketAsset.ts";
import { portfolioOf, venueValue, waitingValue } from "./portfolio.ts";
import { walletReading } from "./walletReading.ts";

const calm = contextOf(CALM);
const missing = (subject: string) => [{ subject, code: "rpc", retry: true, detail: "" } as const];

describe("what waits in queues", () => {
  const context = waitingFor(calm, [ticketOf(), queuedOf("a", "35.2")]);

  test("counts to the account and to its venue", () => {
    const portfolio = portfolioOf(context);
    expect(portfolio.total).toBe(eth("1045.2"));
    expect(venueValue(portfolio, "etherfi" as VenueId)).toBe(eth("410"));
    expect(waitingValue(portfolio, "eigenlayer" as VenueId)).toBe(eth("35.2"));
    expect(accountValue(context.snapshot)).toEqual({ value: eth("1045.2"), isComplete: true });
  });

  test("makes the total unknown when it could not be read", () => {
    const blind = changed(context, { missing: missing("ticket:lido:9") });
    expect(portfolioOf(blind).unknown).toEqual(["ticket:lido:9"]);
    expect(accountValue(blind.snapshot).isComplete).toBe(false);
  });

  test("has no known value without the rate of what it pays", () => {
    expect(portfolioOf(changed(context, { rates: calm.snapshot.rates })).unknown).toEqual(["rate:stETH"]);
  });
});

describe("a listed position that is staked with somebody", () => {
  const staked = restaked(calm, { value: "200" });
  const listing = (position: string) => ({
    ...staked,
    policy: {
      ...staked.policy,
      universe: staked.policy.universe
        .slice(0, 1)
        .map((band) => ({ ...band, position: position as PositionId })),
    },
  });

  test.each([
    ["the same operator", STAKED, []],
    ["another operator, which the account left", `eigenlayer:stETH@0x${"0f".repeat(20)}`, []],
    ["nobody, before it delegated", "eigenlayer:stETH", []],
    ["another form, which nobody read", "eigenlayer:rETH", ["position:eigenlayer:rETH"]],
  ])("with %s", (_, position, unknown) => {
    expect(portfolioOf(listing(position)).unknown).toEqual(unknown);
  });
});

describe("walletReading", () => {
  const staked = restaked(calm, { value: "200" });

  test.each([
    ["ETH", "idle:ETH"],
    ["WETH", "idle:WETH"],
    ["stETH", "lido:stETH"],
    ["weETH", "etherfi:weETH"],
  ])("%s lies in %s", (asset, position) => {
    expect(walletReading(staked.snapshot, asset as AssetId)?.position).toBe(position);
  });

  test("what is there already keeps its amount, and what has no rate has no place", () => {
    expect(walletReading(calm.snapshot, "WETH" as AssetId)?.amount).toBe(eth("100"));
    expect(walletReading(calm.snapshot, "rETH" as AssetId)).toBeNull();
  });
});

describe("isMarketAsset", () => {
  const staked = restaked(calm, { value: "200" });
  const { curves } = calm.snapshot;
  test.each([
    ["a token with a pool", "weETH", {}, true],
    ["a token that nobody quotes and no protocol takes back", "weETH", { curves: [] }, true],
    ["shares that only their protocol takes back", "EL-stETH", {}, false],
    [
      "shares whose way out could not be read",
      "EL-stETH",
      { exits: [], missing: missing(`exit:${STAKED}:queue`) },
      false,
    ],
    ["shares without any way out known", "EL-stETH", { exits: [] }, true],
    [
      "shares that somebody should have quoted",
      "EL-stETH",
      { missing: missing("route:uniswap-v3:EL-stETH>WETH") },
      true,
    ],
    ["the rebasing form of another asset", "stETH", {}, false],
    [
      "a rebasing form that has a pool",
      "stETH",
      { curves: curves.map((each) => ({ ...each, assetIn: "stETH" as AssetId })) },
      true,
    ],
  ] as const)("%s", (_, asset, changes, expected) => {
    expect(isMarketAsset(changed(staked, changes).snapshot, asset as AssetId)).toBe(expected);
  });
});

describe("assetYield", () => {
  test("a rebasing token yields what the asset that it grows with does", () => {
    const staked = restaked(calm, { value: "200" });
    expect(assetYield(staked, "stETH" as AssetId)).toEqual(assetYield(staked, "wstETH" as AssetId));
    expect(assetYield(staked, "stETH" as AssetId).kind).toBe("known");
  });
});
