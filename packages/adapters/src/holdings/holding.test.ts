import { venueId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { assetOf } from "../assetOf.ts";
import { idleHoldings } from "../protocols/idle/holdings.ts";
import { lidoHoldings } from "../protocols/lido/holdings.ts";
import { addressOf, DEVNET } from "../testing/devnetView.ts";
import { ACCOUNT } from "../testing/fakeReader.ts";
import { venueContracts } from "../venueContracts.ts";
import { criticalBalances } from "./holding.ts";

const OTHER = { ...ACCOUNT, address: `0x${"5b".repeat(20)}` } as const;
const word = (account: string) => account.slice(2).padStart(64, "0");

describe("a holding", () => {
  it("asks the token for the account's balance", () => {
    const [wstETH] = lidoHoldings(DEVNET);
    expect(wstETH?.balanceCall(ACCOUNT)).toEqual({
      subject: "position:lido:wstETH",
      to: addressOf("wstETH"),
      data: `0x70a08231${word(ACCOUNT.address)}`,
    });
  });

  it("asks the aggregator for the balance of the chain's own coin", () => {
    const [coin] = idleHoldings(DEVNET);
    expect(coin?.balanceCall(ACCOUNT)).toEqual({
      subject: "position:idle:ETH",
      to: DEVNET.multicall,
      data: `0x4d2301cc${word(ACCOUNT.address)}`,
    });
  });

  it("has a critical call for each account, account by account", () => {
    const calls = criticalBalances(idleHoldings(DEVNET), [ACCOUNT, OTHER]);
    expect(calls.map(({ account, call }) => [account.address, call.subject])).toEqual([
      [ACCOUNT.address, "position:idle:ETH"],
      [ACCOUNT.address, "position:idle:WETH"],
      [OTHER.address, "position:idle:ETH"],
      [OTHER.address, "position:idle:WETH"],
    ]);
  });
});

describe("assets and contracts of a deployment", () => {
  it("are found by name, or not at all", () => {
    expect(assetOf(DEVNET, "weETH")?.address).toBe(addressOf("weETH"));
    expect(assetOf(DEVNET, "weeth")).toBeUndefined();
    const lido = venueContracts(venueId("lido"), DEVNET).map(({ name }) => name);
    expect(lido).toEqual(["wstETH", "stETH", "withdrawalQueue"]);
    expect(venueContracts(venueId("kelp"), DEVNET)).toEqual([]);
  });
});
