import type { Plan, Snapshot } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { plannedOf } from "./plannedOf.ts";

const ETHER = 10n ** 18n;
const STAKED = `eigenlayer:stETH@0x${"ab".repeat(20)}`;

const snapshot = {
  baseAsset: "ETH",
  positions: [{ position: STAKED, amount: 100n * ETHER }],
  tickets: [
    { ticket: "lido:1", value: 10n * ETHER },
    { ticket: "lido:2", value: 5n * ETHER },
  ],
  rates: [{ asset: "stETH", rate: ETHER }],
} as unknown as Snapshot;

const stake = {
  position: STAKED,
  spend: { asset: "EL-stETH", amount: 30n * ETHER },
  expected: { asset: "stETH", amount: 33n * ETHER },
};

const rows = (plan: { claims?: object[]; requests?: object[] }, simulated: string[] = []) =>
  plannedOf({
    plan: { claims: [], requests: [], ...plan } as unknown as Plan,
    snapshot,
    simulated,
  }).map(({ name, before, change, after, unit }) => `${name}: ${before} ${change} ${after} ${unit}`);

describe("what a plan changes beside tokens", () => {
  test("trades alone change nothing of it", () => {
    expect(rows({})).toEqual([]);
  });

  test("a claim takes the ticket's value out of what is under way", () => {
    expect(rows({ claims: [{ ticket: "lido:1" }] })).toEqual(["Under way: 15.0000 \u221210.0000 5.0000 ETH"]);
  });

  test("a request moves stake that is no token to what is under way", () => {
    expect(rows({ requests: [stake] })).toEqual([
      "stETH at 0xABaB…ABaB: 100.0000 \u221230.0000 70.0000 EL-stETH",
      "Under way: 15.0000 +33.0000 48.0000 ETH",
    ]);
  });

  test("a token that the simulation shows is not shown twice", () => {
    expect(rows({ requests: [stake] }, ["EL-stETH"])).toEqual(["Under way: 15.0000 +33.0000 48.0000 ETH"]);
  });

  test("without a rate of what will be paid there is no sum, never a zero", () => {
    const unknown = { ...stake, expected: { asset: "rETH", amount: ETHER } };
    expect(rows({ requests: [unknown] })).toHaveLength(1);
  });
});
