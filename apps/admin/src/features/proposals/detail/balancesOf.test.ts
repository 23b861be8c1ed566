import { describe, expect, test } from "vitest";
import type { ProposalDetail } from "../../../queries/proposalDetail.ts";
import { balancesOf } from "./balancesOf.ts";

const ETHER = 10n ** 18n;
const block = { chainId: 31337n, number: 9n, hash: `0x${"0".repeat(64)}`, timestamp: 1n };

function view(change: { changes?: object[]; rates?: object[]; simulation?: object } = {}) {
  const simulation = {
    block,
    method: "eth_simulateV1",
    approvedBy: ["0xa", "0xb"],
    conditional: false,
    success: true,
    revert: "",
    changes: change.changes ?? [
      { asset: "ETH", before: 0n, after: 0n },
      { asset: "WETH", before: 100n * ETHER, after: 40n * ETHER },
      { asset: "weETH", before: 0n, after: 54n * ETHER },
    ],
    allowances: [{ asset: "WETH", spender: "0x", after: 0n }],
    configurationUnchanged: true,
    unexpected: [],
    ...change.simulation,
  };
  const snapshot = {
    baseAsset: "ETH",
    rates: change.rates ?? [{ asset: "weETH", rate: (11n * ETHER) / 10n }],
  };
  return balancesOf({ simulation, snapshot, bundle: null, plan: null } as unknown as ProposalDetail);
}

describe("balances before and after", () => {
  test("changes carry a sign, shares are of the value on each side", () => {
    expect(view()?.rows).toEqual([
      {
        asset: "WETH",
        before: "100.0000",
        change: "\u221260.0000",
        after: "40.0000",
        shareBefore: "100.00\u00a0%",
        shareAfter: "40.24\u00a0%",
      },
      {
        asset: "weETH",
        before: "0.0000",
        change: "+54.0000",
        after: "54.0000",
        shareBefore: "0.00\u00a0%",
        shareAfter: "59.75\u00a0%",
      },
    ]);
  });

  test("the total is value by the rates of the block, and its change rounds against us", () => {
    expect(view()?.total).toEqual({ before: "100.0000", change: "\u22120.6000", after: "99.4000" });
  });

  test("without a rate there is no total and no share, but every amount", () => {
    const shown = view({ rates: [] });
    expect(shown?.total).toBeNull();
    expect(shown?.rows[1]).toMatchObject({ after: "54.0000", shareAfter: "" });
  });

  test("an asset that is not held before or after needs no rate", () => {
    expect(
      view({
        changes: [
          { asset: "stETH", before: 0n, after: 0n },
          { asset: "WETH", before: ETHER, after: ETHER },
        ],
      })?.total,
    ).not.toBeNull();
  });

  test("a revert and everything unexpected is listed first of all", () => {
    const simulation = {
      success: false,
      revert: "GS013",
      unexpected: [{ code: "owner-changed", detail: "0xa left" }],
    };
    expect(view({ simulation })?.unexpected).toEqual([
      "The simulation reverted: GS013",
      "owner changed: 0xa left",
    ]);
  });

  test("an allowance that stays is seen", () => {
    const simulation = { allowances: [{ asset: "WETH", spender: "0x", after: 1n }] };
    expect(view({ simulation })?.allowancesSpent).toBe(false);
  });

  test("without a simulation there is nothing to show", () => {
    expect(
      balancesOf({ simulation: null, snapshot: null, bundle: null, plan: null } as unknown as ProposalDetail),
    ).toBeNull();
  });
});
