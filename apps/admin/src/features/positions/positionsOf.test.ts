import type { Policy, Snapshot } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { positionsOf } from "./positionsOf.ts";

const ETHER = 10n ** 18n;
const call = { kind: "call", contract: `0x${"1".repeat(40)}`, method: "balanceOf" };

/** One position of weETH at a rate of 1.1, and a pool that pays `paid` for one unit at every size. */
function view(change: { paid?: bigint; missing?: string[]; policy?: null; tickets?: bigint[] } = {}) {
  const { paid = (11n * ETHER) / 10n } = change;
  const points = [ETHER, 1000n * ETHER].map((amountIn) => ({
    amountIn,
    amountOut: (amountIn * paid) / ETHER,
    gas: 1n,
  }));
  const snapshot = {
    baseAsset: "ETH",
    block: { chainId: 31337n, number: 1n, hash: `0x${"0".repeat(64)}`, timestamp: 1n },
    positions: [
      {
        position: "etherfi:weETH",
        venue: "etherfi",
        asset: "weETH",
        amount: 10n * ETHER,
        value: 11n * ETHER,
        source: call,
      },
    ],
    rates: [{ asset: "weETH", venue: "etherfi", rate: (11n * ETHER) / 10n, source: call }],
    curves:
      paid === 0n
        ? []
        : [
            {
              route: "uniswap-v3",
              pool: "0x",
              fee: 100n,
              assetIn: "weETH",
              assetOut: "WETH",
              points,
              source: call,
            },
          ],
    tickets: (change.tickets ?? []).map((value) => ({ value })),
    figures: [],
    missing: (change.missing ?? []).map((subject) => ({ subject, detail: "", code: "rpc" })),
  } as unknown as Snapshot;
  const policy =
    change.policy === null ? null : ({ guards: { marketDepeg: { size: 50n * ETHER } } } as unknown as Policy);
  return positionsOf({ snapshot, policy });
}

describe("positions", () => {
  test("amount, value, share and rate are of the reading", () => {
    expect(view().rows[0]).toMatchObject({
      name: "weETH",
      amount: { text: "10.0000", exact: "10 weETH" },
      value: { text: "11.00", exact: "11 ETH" },
      share: "100.00\u00a0%",
      rate: "1.10000",
    });
  });

  test.each([
    ["at the rate there is no gap", (11n * ETHER) / 10n, "at the rate", false],
    ["a rounded unit less is still at the rate", (11n * ETHER) / 10n - 1n, "at the rate", false],
    ["a market below shows how far, rounded against us", 1_099_879n * 10n ** 12n, "2\u00a0bps below", true],
    ["more than a per cent below is in per cent", 1_078_500n * 10n ** 12n, "1.96\u00a0% below", true],
    ["a market above shows how far, rounded against us", 1_100_319n * 10n ** 12n, "2\u00a0bps above", false],
  ])("%s", (_name, paid, gap, below) => {
    expect(view({ paid }).rows[0]).toMatchObject({ gap, below });
  });

  test("without a quoted route the market price is unknown, never the rate", () => {
    expect(view({ paid: 0n }).rows[0]).toMatchObject({ market: null, gap: "" });
  });

  test("without a policy there is no size to ask a price for", () => {
    expect(view({ policy: null })).toMatchObject({ saleSize: null, rows: [{ market: null }] });
  });

  test("what is under way is a part of the total", () => {
    expect(view({ tickets: [11n * ETHER] })).toMatchObject({
      total: { text: "22.00" },
      underWay: { text: "11.00", share: "50.00\u00a0%" },
      rows: [{ share: "50.00\u00a0%" }],
    });
    expect(view().underWay).toBeNull();
  });

  test("with a part unread no share and no total is shown", () => {
    expect(view({ missing: ["position:lido:wstETH"] })).toMatchObject({
      total: null,
      rows: [{ share: null }],
    });
  });
});
